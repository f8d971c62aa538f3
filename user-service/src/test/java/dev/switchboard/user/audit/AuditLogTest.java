package dev.switchboard.user.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.time.Ids;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/** H2: reading the log, and exporting it. */
class AuditLogTest extends UserServiceTest {
  private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");

  private Company company;

  @BeforeEach
  void signUp() {
    company = companies.signUp(3, 0, 0);
  }

  @Test
  @DisplayName("H2 an entry tells who did what to whom, from where and when, with their names")
  void entry() {
    Company.send(
        http,
        MockMvcRequestBuilders.post("/api/v1/users")
            .header("X-Forwarded-For", "203.0.113.7")
            .header("User-Agent", "Test Browser")
            .with(company.asAdmin()),
        json,
        Company.person("Bo", "Diaz", Company.newEmail("bo"), "BASIC"));

    JsonNode item = read("?action=user.invited").path("items").path(0);

    assertThat(item.at("/actor/type").asString()).isEqualTo("USER");
    assertThat(item.at("/actor/id").asString()).isEqualTo(company.adminId().toString());
    assertThat(item.at("/actor/name").asString()).isEqualTo("Ada Ngata");
    assertThat(item.path("action").asString()).isEqualTo("user.invited");
    assertThat(item.at("/subject/type").asString()).isEqualTo("USER");
    assertThat(item.at("/subject/name").asString()).isEqualTo("Bo Diaz");
    assertThat(item.at("/details/plan").asString()).isEqualTo("BASIC");
    assertThat(item.path("ipAddress").asString()).isEqualTo("203.0.113.7");
    assertThat(item.path("userAgent").asString()).isEqualTo("Test Browser");
    assertThat(Instant.parse(item.path("at").asString()))
        .isBetween(clock.instant().minusSeconds(60), clock.instant());
  }

  @Test
  @DisplayName(
      "H2 names are those of now; of who is erased, and of the operator's people, there is none")
  void names() {
    UUID bo = company.invited("Bo", "Diaz", "BASIC");
    add(TIME, "USER", bo, "user.changed", "USER", company.adminId().toString());
    add(TIME, "SUPPORT", bo, "user.changed", "USER", "no uuid");
    add(TIME, "SYSTEM", null, "number.assigned", "PHONE_NUMBER", bo.toString());
    database().sql("update users set first_name = 'Bob' where user_id = ?").param(bo).update();

    assertThat(read("?to=2026-03-02T00:00:00Z").path("items").valueStream())
        .extracting(item -> item.at("/actor/name").asString("-"))
        .containsExactlyInAnyOrder("Bob Diaz", "-", "-");
    assertThat(read("?to=2026-03-02T00:00:00Z").path("items").valueStream())
        .extracting(item -> item.at("/subject/name").asString("-"))
        .containsExactlyInAnyOrder("Ada Ngata", "-", "-");

    erase(bo);
    JsonNode erased = read("?actor=" + bo + "&action=user.changed").path("items");
    assertThat(erased).hasSize(2).allMatch(item -> item.at("/actor/name").isNull());
    assertThat(read("?subject=" + bo + "&action=user.invited").at("/items/0/subject/name").isNull())
        .isTrue();
  }

  @Test
  @DisplayName("H2 each filter, and all of them together")
  void filters() {
    UUID bo = company.invited("Bo", "Diaz", "BASIC");
    UUID first = add(TIME, "USER", bo, "line.extension-changed", "USER", bo.toString());
    UUID second =
        add(TIME.plusSeconds(60), "USER", company.adminId(), "line.extension-changed", "USER", "x");
    UUID third = add(TIME.plusSeconds(120), "USER", bo, "user.changed", "USER", "x");
    String period = "from=2026-03-01T12:00:00Z&to=2026-03-01T12:02:01Z";

    assertThat(ids("?" + period)).containsExactly(third, second, first);
    assertThat(ids("?" + period + "&actor=" + bo)).containsExactly(third, first);
    assertThat(ids("?" + period + "&subject=x")).containsExactly(third, second);
    assertThat(ids("?" + period + "&action=line.extension-changed")).containsExactly(second, first);
    assertThat(ids("?from=2026-03-01T12:01:00Z&to=2026-03-01T12:02:00Z")).containsExactly(second);
    assertThat(ids("?" + period + "&subject=x&action=user.changed&actor=" + bo))
        .containsExactly(third);
    assertThat(ids("?" + period + "&actor=" + UUID.randomUUID())).isEmpty();
    assertThat(read("?" + period + "&actor=" + bo).path("total").asInt()).isEqualTo(2);
    assertThat(ids("?from=2026-03-01T13:00:00%2B01:00&to=2026-03-01T12:00:30Z"))
        .containsExactly(first);
  }

  @Test
  @DisplayName("H2 pages follow each other without gap or repetition, also where times are equal")
  void pages() {
    List<UUID> added = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      added.add(add(TIME.plusMillis(i / 10), "SYSTEM", null, "user.changed", "USER", "y"));
    }
    List<UUID> seen = new ArrayList<>();
    String cursor = "";
    int pages = 0;
    do {
      JsonNode page = read("?subject=y&limit=7" + cursor);
      assertThat(page.path("total").asInt()).isEqualTo(25);
      page.path("items").forEach(item -> seen.add(UUID.fromString(item.path("id").asString())));
      cursor = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asString();
      pages++;
      // What comes meanwhile is newer than all of them and moves none.
      add(clock.instant(), "SYSTEM", null, "user.changed", "USER", "z");
    } while (!cursor.isEmpty());

    assertThat(pages).isEqualTo(4);
    assertThat(seen).hasSize(25).containsExactlyInAnyOrderElementsOf(added);
  }

  @Test
  @DisplayName("H2 an empty page still has its total; counting ends at 10,000")
  void totals() {
    database()
        .sql(
            """
            insert into audit_entry (entry_id, account_id, at, actor_type, action, subject_type, subject_id, details)
            select gen_random_uuid(), :account, :at::timestamptz + i * interval '1 second', 'SYSTEM', 'user.changed',
              'USER', 'many', '{}' from generate_series(1, 10050) i
            """)
        .param("account", company.accountId())
        .param("at", TIME.atOffset(ZoneOffset.UTC))
        .update();

    assertThat(read("?subject=many&limit=1").path("total").asInt()).isEqualTo(10_000);
    String cursor = new AuditPosition(TIME, new UUID(0, 0)).encode();
    JsonNode page = read("?subject=many&cursor=" + cursor);
    assertThat(page.path("items")).isEmpty();
    assertThat(page.path("total").asInt()).isEqualTo(10_000);
    assertThat(page.path("next").isNull()).isTrue();
  }

  @Test
  @DisplayName("A6 nobody sees another account's log, neither by its ids nor with its cursor")
  void foreign() {
    Company other = companies.signUp(1, 0, 0);
    String cursor = read("?limit=1").path("next").asString("");
    company.invited("Bo", "Diaz", "BASIC");
    cursor = read("?limit=1").path("next").asString(cursor);

    for (String query :
        List.of(
            "?actor=" + company.adminId(), "?subject=" + company.adminId(), "?cursor=" + cursor)) {
      for (String path : List.of("/api/v1/audit", "/api/v1/audit/export")) {
        assertThat(Company.read(get(path + query, other.asAdmin())))
            .doesNotContain(company.adminId().toString());
      }
    }
  }

  @Test
  @DisplayName("H2 the export has the filter's entries as comma-separated values, newest first")
  void export() {
    UUID bo = company.invited("=Bo", "Diaz", "BASIC");
    add(TIME, "USER", bo, "user.changed", "USER", "=1+1");
    add(TIME.plusSeconds(1), "SYSTEM", null, "user.changed", "USER", "x");

    MockHttpServletResponse answer =
        get("/api/v1/audit/export?to=2026-03-02T00:00:00Z", company.asAdmin());

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentType()).isEqualTo("text/csv;charset=UTF-8");
    assertThat(answer.getHeader("Content-Disposition"))
        .isEqualTo("attachment; filename=\"audit-log.csv\"");
    assertThat(answer.getContentAsByteArray())
        .startsWith((byte) 0xEF, (byte) 0xBB, (byte) 0xBF)
        .endsWith("\r\n".getBytes(StandardCharsets.UTF_8));
    assertThat(Company.read(answer).split("\r\n"))
        .hasSize(3)
        .contains(
            "2026-03-01T12:00:00Z,USER,"
                + bo
                + ",'=Bo Diaz,user.changed,USER,'=1+1,,reason: none,203.0.113.9,'=agent");
    assertThat(Company.read(answer).split("\r\n")[1]).startsWith("2026-03-01T12:00:01Z,SYSTEM,,,");
  }

  @Test
  @DisplayName("H2 an export of more than 100,000 entries is of the newest, and its name says so")
  void longExport() {
    database()
        .sql(
            """
            insert into audit_entry (entry_id, account_id, at, actor_type, action, subject_type, subject_id, details)
            select gen_random_uuid(), :account, :at::timestamptz + i / 3 * interval '1 second', 'SYSTEM',
              'user.changed', 'USER', 'many', '{}' from generate_series(1, 100001) i
            """)
        .param("account", company.accountId())
        .param("at", TIME.atOffset(ZoneOffset.UTC))
        .update();

    MockHttpServletResponse answer = get("/api/v1/audit/export?subject=many", company.asAdmin());

    assertThat(answer.getHeader("Content-Disposition")).contains("audit-log-newest-100000.csv");
    assertThat(Company.read(answer).lines()).hasSize(100_001);
  }

  @Test
  @DisplayName(
      "H2 the export is refused as a problem where it can't be had, also to a client of CSV")
  void exportRefused() {
    MockHttpServletResponse answer =
        Company.perform(
            http,
            MockMvcRequestBuilders.get("/api/v1/audit/export")
                .accept("text/csv")
                .with(tokens.user(company.accountId(), UUID.randomUUID())));

    assertThat(answer.getStatus()).isEqualTo(403);
    assertThat(answer.getContentType()).startsWith("application/problem+json");
  }

  private UUID add(
      Instant at,
      String actorType,
      @Nullable UUID actor,
      String action,
      String subjectType,
      String subject) {
    UUID id = Ids.next();
    database()
        .sql(
            """
            insert into audit_entry (entry_id, account_id, at, actor_type, actor_id, action, subject_type, subject_id,
              details, ip_address, user_agent)
            values (?, ?, ?, ?, ?, ?, ?, ?, '{"reason": "none"}', '203.0.113.9', '=agent')
            """)
        .param(id)
        .param(company.accountId())
        .param(at.atOffset(ZoneOffset.UTC))
        .param(actorType)
        .param(actor)
        .param(action)
        .param(subjectType)
        .param(subject)
        .update();
    return id;
  }

  private void erase(UUID user) {
    database()
        .sql(
            """
            update users set state = 'DELETED', deletion_deleted_at = now(), deletion_restorable_until = now(),
              deletion_state_before = 'INVITED', deletion_keep_slot = false, erased_at = now(),
              first_name = 'Deleted', last_name = 'user' where user_id = ?
            """)
        .param(user)
        .update();
  }

  private JsonNode read(String query) {
    MockHttpServletResponse answer =
        Company.perform(
            http,
            MockMvcRequestBuilders.get(URI.create("/api/v1/audit" + query))
                .with(company.asAdmin()));
    assertThat(answer.getStatus()).as(Company.read(answer)).isEqualTo(200);
    return body(answer);
  }

  private List<UUID> ids(String query) {
    return read(query)
        .path("items")
        .valueStream()
        .map(item -> UUID.fromString(item.path("id").asString()))
        .toList();
  }
}
