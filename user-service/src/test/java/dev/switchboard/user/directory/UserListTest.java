package dev.switchboard.user.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.paging.Cursor;
import dev.switchboard.platform.time.Ids;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** B1, B3, B4: one account with people of all kinds; no test changes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserListTest extends UserServiceTest {
  private static final List<String> LAST_NAMES =
      List.of("Zoe", "émile", "ana", "zed", "Ángel", "Emil");
  private Company company;
  private final Map<String, UUID> people = new HashMap<>();

  @BeforeAll
  void people() {
    makeCompanies();
    company = companies.signUp(14, 8, 1);
    for (String name : LAST_NAMES) {
      people.put(name, company.invited("Kim", name, "BASIC"));
    }
    // Ties in every column, and users without seat and line.
    for (int i = 0; i < 6; i++) {
      company.invited("Twin", "Twin", i % 2 == 0 ? "BASIC" : "PLUS");
    }
    people.put("Percent", company.invited("100% sure", "Under_score", "PLUS"));
    people.put("Slash", company.invited("Back\\slash", "O'Hara-Núñez", "PLUS"));
    UUID last = null;
    int extension = 300;
    for (Map.Entry<String, UUID> person : people.entrySet()) {
      Map<String, Object> line =
          new HashMap<>(company.line(person.getValue(), Integer.toString(extension++), 1));
      line.put("bridgeId", "77%08d".formatted(extension));
      line.put(
          "directNumbers",
          extension % 2 == 0 ? List.of() : List.of("+1202555%04d".formatted(extension)));
      topics.send(
          "numbering.lines.v1",
          person.getValue().toString(),
          "line.opened",
          company.accountId(),
          line);
      last =
          topics.send(
              "billing.seats.v1",
              person.getValue().toString(),
              "seat.occupied",
              company.accountId(),
              company.seat(person.getValue(), extension % 3 == 0 ? "PRO" : "BASIC", 1));
    }
    awaitTakenIn(last == null ? Ids.next() : last);
    await(
        "all lines and seats",
        () ->
            items("?limit=200").stream()
                    .filter(item -> !item.path("extension").isNull() && !item.path("plan").isNull())
                    .count()
                == people.size());
  }

  @Test
  @DisplayName("B1 sorted by last name, then first name, in the language's collation")
  void collation() {
    assertThat(lastNames("?limit=200"))
        .filteredOn(LAST_NAMES::contains)
        .containsExactly("ana", "Ángel", "Emil", "émile", "zed", "Zoe");
    assertThat(lastNames("?limit=200&sort=-lastName"))
        .filteredOn(LAST_NAMES::contains)
        .containsExactly("Zoe", "zed", "émile", "Emil", "Ángel", "ana");
  }

  @ParameterizedTest
  @DisplayName("B4 each sort, both ways, pages through all users once, with ties and empty values")
  @ValueSource(strings = {"lastName", "firstName", "email", "plan", "extension", "state", "number"})
  void pagesThroughAll(String sort) {
    List<String> ascending = allPages(sort, 3);
    List<String> descending = allPages("-" + sort, 4);

    assertThat(ascending).hasSize(15).doesNotHaveDuplicates();
    Collections.reverse(descending);
    assertThat(descending).isEqualTo(ascending);
    assertThat(ids(items("?limit=200&sort=" + sort))).isEqualTo(ascending);
  }

  @Test
  @DisplayName("B4 users without a number, extension or plan come last")
  void emptyComesLast() {
    for (String sort : List.of("extension", "plan")) {
      List<Boolean> empty =
          items("?limit=200&sort=" + sort).stream().map(item -> item.path(sort).isNull()).toList();
      assertThat(empty.subList(0, people.size())).as(sort).containsOnly(false);
      assertThat(empty.subList(people.size(), empty.size())).as(sort).containsOnly(true);
    }
    List<Integer> numbers =
        items("?limit=200&sort=number").stream()
            .map(item -> item.path("directNumbers").size())
            .toList();
    assertThat(numbers).isSortedAccordingTo((a, b) -> Integer.compare(b, a));
  }

  @ParameterizedTest
  @DisplayName(
      "B4 search finds name, e-mail, number, extension and bridge, and means %, _ and \\ literally")
  @CsvSource({
    "ana, ana",
    "ÁNGEL, Ángel",
    "émile, émile",
    "ÉMILE, émile",
    "kim zed, zed",
    "zed kim, zed",
    "100%, Percent",
    "%, Percent",
    "_, Percent",
    "under_s, Percent",
    "\\, Slash",
    "k\\s, Slash",
    "o'hara-nú, Slash",
  })
  void searchText(String search, String person) {
    assertThat(found(search)).contains(id(person)).hasSizeLessThan(4);
  }

  @Test
  @DisplayName("B4 search by number in any notation, by extension, bridge and e-mail")
  void searchNumbers() {
    JsonNode zoe =
        items("?limit=200").stream()
            .filter(item -> item.path("directNumbers").size() > 0)
            .findFirst()
            .orElseThrow();
    String id = zoe.path("id").asString();
    String digits = zoe.path("directNumbers").path(0).asString().substring(1);
    String last = digits.substring(7);
    for (String notation :
        List.of(
            "+" + digits,
            digits,
            "(202) 555-" + last,
            "202.555." + last,
            "1-202-555-" + last,
            "+1 202 555 " + last,
            "001 202 555 " + last,
            "555" + last)) {
      assertThat(found(notation)).as(notation).containsExactly(id);
    }
    assertThat(found(zoe.path("extension").asString())).contains(id);
    assertThat(found(zoe.path("bridgeId").asString())).containsExactly(id);
    assertThat(found(zoe.path("email").asString().toUpperCase(java.util.Locale.ROOT)))
        .containsExactly(id);
    assertThat(found("nobody has this name")).isEmpty();
  }

  @Test
  @DisplayName(
      "B4 filters by plan, state and has-no-number, together and with a total of all that match")
  void filters() {
    assertThat(total("?plan=PRO") + total("?plan=BASIC")).isEqualTo(people.size());
    assertThat(total("?plan=PRO,BASIC")).isEqualTo(people.size());
    assertThat(total("?plan=PLUS")).isZero();
    assertThat(total("?state=ACTIVE")).isEqualTo(1);
    assertThat(total("?state=INVITED")).isEqualTo(14);
    assertThat(total("?state=INVITED,ACTIVE&limit=1")).isEqualTo(15);
    assertThat(total("?state=SUSPENDED")).isZero();
    int with =
        (int) items("?limit=200").stream().filter(i -> i.path("directNumbers").size() > 0).count();
    assertThat(total("?withoutNumber=true")).isEqualTo(15 - with);
    assertThat(total("?withoutNumber=false")).isEqualTo(15);
    assertThat(total("?withoutNumber=true&state=ACTIVE")).isEqualTo(1);
    assertThat(total("?search=twin&limit=2")).isEqualTo(6);
    assertThat(items("?search=twin&limit=2")).hasSize(2);
    assertThat(total("?search=twin&state=ACTIVE")).isZero();
  }

  @Test
  @DisplayName("F1 those of some ids who are there, and nobody of another account")
  void ids() {
    List<String> ids = items("?limit=3").stream().map(i -> i.path("id").asString()).toList();

    assertThat(total("?id=" + String.join(",", ids))).isEqualTo(3);
    assertThat(total("?state=SUSPENDED&id=" + ids.getFirst())).isZero();
    assertThat(total("?id=" + UUID.randomUUID())).isZero();
  }

  @Test
  @DisplayName("B3 open slots are told with every page, also with an empty one")
  void openSlots() {
    assertThat(slots(""))
        .isEqualTo(List.of("BASIC", "BASIC", "BASIC", "BASIC", "PLUS", "PLUS", "PLUS", "PRO"));
    assertThat(slots("?search=nobody-at-all")).hasSize(8);
    assertThat(slots("?limit=1&sort=-email")).hasSize(8);
  }

  @Test
  @DisplayName("B4 pages of 50 unless asked otherwise, 1 to 200")
  void limits() {
    assertThat(items("?limit=1")).hasSize(1);
    assertThat(items("?limit=200")).hasSize(15);
    assertThat(company.list("?limit=15").path("next").isNull()).isTrue();
    assertThat(company.list("?limit=14").path("next").isNull()).isFalse();
    for (String bad : List.of("0", "-1", "201")) {
      MockHttpServletResponse answer = get("/api/v1/users?limit=" + bad, company.asAdmin());
      assertThat(answer.getStatus()).isEqualTo(422);
      assertThat(body(answer).path("errors").path(0).path("pointer").asString())
          .isEqualTo("/limit");
    }
  }

  @Test
  @DisplayName(
      "B4 a cursor of another sort, a forged one, or one of another account shows nothing it should not")
  void cursors() {
    String byName = company.list("?limit=3").path("next").asString();
    assertThat(code(get("/api/v1/users?sort=extension&cursor=" + byName, company.asAdmin())))
        .isEqualTo("cursor.invalid");
    String forged = new Cursor(List.of("a' or '1'='1", "", UUID.randomUUID().toString())).encode();
    assertThat(company.list("?cursor=" + forged).path("items").size()).isLessThanOrEqualTo(15);
    for (List<String> keys :
        List.of(
            Arrays.<String>asList(null, "x", UUID.randomUUID().toString()),
            List.of("x", "x", "not-an-id"),
            List.of("x", "x"),
            List.of("x", "x", UUID.randomUUID().toString(), "x"))) {
      MockHttpServletResponse answer =
          get("/api/v1/users?cursor=" + new Cursor(keys).encode(), company.asAdmin());
      assertThat(code(answer)).isEqualTo("cursor.invalid");
    }
    Company other = companies.signUp(1, 0, 0);
    assertThat(
            other
                .list("?cursor=" + byName)
                .path("items")
                .valueStream()
                .map(i -> i.path("id").asString()))
        .isSubsetOf(other.adminId().toString());
  }

  private List<String> allPages(String sort, int limit) {
    List<String> all = new ArrayList<>();
    String cursor = null;
    do {
      JsonNode page =
          company.list(
              "?limit=" + limit + "&sort=" + sort + (cursor == null ? "" : "&cursor=" + cursor));
      assertThat(page.path("total").asInt()).isEqualTo(15);
      page.path("items").forEach(item -> all.add(item.path("id").asString()));
      cursor = page.path("next").asString(null);
      assertThat(all).hasSizeLessThan(50);
    } while (cursor != null);
    return all;
  }

  private List<String> found(String search) {
    MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
    parameters.add("search", search);
    parameters.add("limit", "200");
    MockHttpServletResponse answer =
        Company.perform(
            http,
            MockMvcRequestBuilders.get("/api/v1/users").params(parameters).with(company.asAdmin()));
    assertThat(answer.getStatus()).as(Company.read(answer)).isEqualTo(200);
    return ids(body(answer).path("items").valueStream().toList());
  }

  private String id(String person) {
    return String.valueOf(people.get(person));
  }

  private List<String> slots(String query) {
    return company
        .list(query)
        .path("openSlots")
        .valueStream()
        .map(s -> s.path("plan").asString())
        .toList();
  }

  private int total(String query) {
    return company.list(query).path("total").asInt();
  }

  private List<JsonNode> items(String query) {
    return company.list(query).path("items").valueStream().toList();
  }

  private List<String> lastNames(String query) {
    return items(query).stream().map(item -> item.path("lastName").asString()).toList();
  }

  private static List<String> ids(List<JsonNode> items) {
    return items.stream().map(item -> item.path("id").asString()).toList();
  }
}
