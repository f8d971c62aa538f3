package dev.switchboard.user.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.RawTopics;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** B5, K2: the list is made anew while it is read. */
class RebuildDirectoryTest extends UserServiceTest {
  private static final String LINES = "numbering.lines.v1";
  private static final String SEATS = "billing.seats.v1";
  private static final String MAILS = "notification.mails.v1";
  private static final String DIRECTORY = "user.directory.v1";

  @Autowired private RebuildDirectory rebuildDirectory;
  private Company company;
  private UUID person;
  private UUID gone;

  @BeforeEach
  void invite() {
    company = companies.signUp(3, 0, 0);
    person = company.invited(Company.newEmail("row"), "BASIC");
    tell(SEATS, "seat.occupied", company.seat(person, "BASIC", 1));
    tell(LINES, "line.opened", company.line(person, "102", 1));
    tell(MAILS, "mail.sent", mail());
    gone = company.invited(Company.newEmail("gone"), "BASIC");
    delete("/api/v1/users/" + gone, company.asAdmin());
  }

  @Test
  @DisplayName(
      "B5 a damaged row is whole again when its sources have told it again; no page was empty")
  void damaged() {
    Map<String, Object> whole = row(person);
    damage(
        """
        first_name = 'X', email = 'x@example.com', state = 'ACTIVE', plan = 'PRO', extension = 999,
        invitation_state = 'REVOKED', mail_state = 'FAILED'
        """);
    List<Integer> seen = new ArrayList<>();

    rebuild();
    seen.add(company.list("").path("total").asInt());
    Map<String, Object> own = row(person);
    assertThat(own.get("first_name")).isEqualTo(whole.get("first_name"));
    assertThat(own.get("state")).isEqualTo("INVITED");
    assertThat(own.get("invitation_state")).isEqualTo("PENDING");
    assertThat(own.get("plan")).as("is seen until billing tells").isEqualTo("PRO");
    assertThat(waits()).containsExactly(0L, 0L, 0L);

    tell(SEATS, "seat.changed", again(company.seat(person, "BASIC", 1)));
    tell(LINES, "line.changed", again(company.line(person, "102", 1)));
    tell(MAILS, "mail.sent", again(mail()));
    seen.add(company.list("").path("total").asInt());

    assertThat(row(person)).isEqualTo(whole);
    assertThat(waits()).containsExactly(1L, 1L, 1L);
    assertThat(seen).containsOnly(2);
    assertThat(mails(person, "invitation")).as("nobody is invited anew").hasSize(1);
  }

  @Test
  @DisplayName("B5 rows that are missing or of nobody are put right, and the topic tells so")
  void missing() {
    database().sql("delete from directory where user_id = ?").param(person).update();
    await("all is told", () -> told(person).size() >= 3);
    int before = told(person).size();
    UUID nobody = UUID.randomUUID();
    database()
        .sql(
            """
            insert into directory (account_id, user_id, visible, version, user_version, first_name, last_name,
              email, role, state)
            values (?, ?, true, 4, 4, 'No', 'Body', 'nobody@example.com', 'USER', 'ACTIVE')
            """)
        .params(company.accountId(), nobody)
        .update();

    rebuild();

    assertThat(row(person).get("visible")).isEqualTo(true);
    assertThat(row(gone).get("visible")).isEqualTo(false);
    assertThat(row(nobody).get("visible")).isEqualTo(false);
    assertThat(company.list("").path("total").asInt()).isEqualTo(2);
    await("both are told", () -> told(person).size() > before && !told(nobody).isEmpty());
    assertThat(told(nobody).getLast()).isNull();
    assertThat(told(person)).as("versions never fall").isSorted();
  }

  @Test
  @DisplayName("Rebuilt twice and in small steps it is the same, but for its version")
  void steps() {
    Map<String, Object> whole = row(person);
    String next = null;
    do {
      RebuildDirectory.Result step = rebuildDirectory.some(next, 2);
      next = step.next();
    } while (next != null);
    rebuild();
    tell(SEATS, "seat.changed", again(company.seat(person, "BASIC", 1)));
    tell(LINES, "line.changed", again(company.line(person, "102", 1)));
    tell(MAILS, "mail.sent", again(mail()));
    assertThat(row(person)).isEqualTo(whole);
  }

  private void rebuild() {
    String next = null;
    do {
      next = rebuildDirectory.some(next, 1_000).next();
    } while (next != null);
  }

  private void damage(String columns) {
    database().sql("update directory set " + columns + " where user_id = ?").param(person).update();
  }

  /** All columns but the version of the row. */
  private Map<String, Object> row(UUID user) {
    Map<String, Object> row =
        new HashMap<>(
            database()
                .sql("select * from directory where user_id = ?")
                .param(user)
                .query()
                .singleRow());
    row.remove("version");
    row.replaceAll((column, value) -> value == null ? "null" : value.toString());
    row.put("visible", Boolean.valueOf(String.valueOf(row.get("visible"))));
    return row;
  }

  private List<Long> waits() {
    Map<String, Object> row = row(person);
    return List.of("seat_version", "line_version", "mail_version").stream()
        .map(column -> Long.valueOf(String.valueOf(row.get(column))))
        .toList();
  }

  /** The versions on the topic; null is a tombstone. */
  private List<@Nullable Long> told(UUID user) {
    List<@Nullable Long> versions = new ArrayList<>();
    for (RawTopics.Raw raw : RawTopics.all(DIRECTORY)) {
      if (user.toString().equals(raw.key())) {
        String value = raw.value();
        versions.add(value == null ? null : json.readTree(value).path("version").asLong());
      }
    }
    return versions;
  }

  private Map<String, Object> mail() {
    Object mailId = row(person).get("mail_id");
    return Map.of(
        "accountId",
        company.accountId(),
        "version",
        1,
        "changed",
        List.of("state"),
        "actor",
        Map.of("type", "SYSTEM"),
        "mailId",
        String.valueOf(mailId),
        "userId",
        person,
        "template",
        "invitation",
        "state",
        "SENT",
        "attempts",
        1);
  }

  private static Map<String, Object> again(Map<String, Object> data) {
    Map<String, Object> told = new HashMap<>(data);
    told.put("changed", List.of());
    return told;
  }

  private void tell(String topic, String type, Map<String, Object> data) {
    deliver(topic, person, type, company.accountId(), data);
  }
}
