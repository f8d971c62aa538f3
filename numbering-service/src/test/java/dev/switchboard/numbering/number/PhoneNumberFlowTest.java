package dev.switchboard.numbering.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.switchboard.numbering.testing.NumberingTest;
import dev.switchboard.platform.time.Ids;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumberFlowTest extends NumberingTest {

  @Test
  @DisplayName("A1 the wanted main number becomes the company's and is no longer offered")
  void mainNumber() throws Exception {
    UUID account = Ids.next();
    String wanted = offered("areaCode=207").getFirst();

    awaitTaken(
        topics.send(
            "user.accounts.v1",
            account.toString(),
            "account.signed-up",
            account,
            signedUp(account, wanted)));

    assertThat(topics.all("numbering.numbers.v1", wanted))
        .singleElement()
        .satisfies(event -> {
          assertThat(event.type()).isEqualTo("number.assigned");
          assertThat(event.data().path("use").asString()).isEqualTo("COMPANY_MAIN");
        });
    assertThat(offered("areaCode=207&limit=200")).hasSize(99).doesNotContain(wanted);
  }

  @Test
  @DisplayName(
      "F3 32 accounts want one number at once: one gets it, 31 get others of its area code")
  void raceForNumber() {
    String wanted = "+18025550142";
    List<UUID> accounts = IntStream.range(0, 32).mapToObj(i -> Ids.next()).toList();

    List<UUID> events =
        accounts.parallelStream()
            .map(account ->
                topics.send(
                    "user.accounts.v1",
                    account.toString(),
                    "account.signed-up",
                    account,
                    signedUp(account, wanted)))
            .toList();
    events.forEach(this::awaitTaken);

    Set<String> numbers =
        new HashSet<>(
            database()
                .sql("select number from phone_number where account_id = any (?)")
                .param(accounts.toArray(UUID[]::new))
                .query(String.class)
                .list());
    assertThat(numbers).hasSize(32).contains(wanted).allMatch(each -> each.startsWith("+1802555"));
  }

  @Test
  @DisplayName("A1 an account that signs up twice in the topic has one main number")
  void twice() {
    UUID account = Ids.next();
    for (String wanted : List.of("+13075550101", "+13075550102")) {
      awaitTaken(
          topics.send(
              "user.accounts.v1",
              account.toString(),
              "account.signed-up",
              account,
              signedUp(account, wanted)));
    }
    assertThat(
            database()
                .sql("select number from phone_number where account_id = ?")
                .param(account)
                .query(String.class)
                .list())
        .containsExactly("+13075550101");
  }

  @Test
  @DisplayName("A1 a number that the carrier does not have is replaced by one of its own")
  void unknownNumber() {
    UUID account = Ids.next();
    awaitTaken(
        topics.send(
            "user.accounts.v1",
            account.toString(),
            "account.signed-up",
            account,
            signedUp(account, "+442079460000")));
    assertThat(
            database()
                .sql("select number from phone_number where account_id = ?")
                .param(account)
                .query(String.class)
                .list())
        .singleElement()
        .asString()
        .startsWith("+1");
  }

  @Test
  @DisplayName("F1 a search by area code and digits pages through all matches without a double")
  void search() throws Exception {
    Set<String> seen = new HashSet<>();
    String cursor = null;
    int pages = 0;
    do {
      String body =
          body("areaCode=604&country=CA&limit=30" + (cursor == null ? "" : "&cursor=" + cursor));
      List<String> numbers = JsonPath.read(body, "$.items[*].number");
      assertThat(seen).doesNotContainAnyElementsOf(numbers);
      seen.addAll(numbers);
      cursor = JsonPath.read(body, "$.next");
      pages++;
    } while (cursor != null);
    assertThat(seen).hasSize(100);
    assertThat(pages).isEqualTo(4);
    assertThat(offered("areaCode=604&country=ca&contains=0177")).containsExactly("+16045550177");
    http.perform(get("/api/v1/phone-numbers/available?areaCode=604&country=CA&limit=1"))
        .andExpect(jsonPath("$.items[0].locality").value("Vancouver"))
        .andExpect(jsonPath("$.items[0].region").value("BC"))
        .andExpect(jsonPath("$.items[0].monthlyPrice.amountCents").value(499))
        .andExpect(jsonPath("$.total").value(100));
  }

  @ParameterizedTest
  @DisplayName("Bad parameters of a search are refused with problem+json")
  @CsvSource({
    "areaCode=12, 422",
    "areaCode=abc, 422",
    "contains=5x5, 422",
    "country=ZZ, 422",
    "limit=0, 422",
    "limit=201, 422",
    "limit=many, 400",
    "cursor=%00, 400",
    "cursor=bm90anNvbg, 400",
    "cursor=WyIrMTk5OTU1NTAxMDAiXQ, 400"
  })
  void badParameters(String query, int expected) throws Exception {
    http.perform(get("/api/v1/phone-numbers/available?" + query))
        .andExpect(status().is(expected))
        .andExpect(content().contentType("application/problem+json"));
  }

  @Test
  @DisplayName("A6 everything else needs a token")
  void anonymous() throws Exception {
    http.perform(get("/api/v1/phone-numbers"))
        .andExpect(status().isUnauthorized())
        .andExpect(jsonPath("$.code").value("auth.required"));
  }

  private List<String> offered(String query) throws Exception {
    return JsonPath.read(body(query), "$.items[*].number");
  }

  private String body(String query) throws Exception {
    return http.perform(get(java.net.URI.create("/api/v1/phone-numbers/available?" + query)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}
