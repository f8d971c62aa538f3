package dev.switchboard.numbering.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.switchboard.numbering.number.wire.AccountV1;
import dev.switchboard.numbering.testing.NumberingTest;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.time.Ids;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

class PhoneNumberFlowTest extends NumberingTest {
  @Autowired private AssignMainNumber assignMainNumber;
  @Autowired private TransactionOperations transaction;

  @Test
  @DisplayName("A1 the wanted main number becomes the company's and is no longer offered")
  void mainNumber() throws Exception {
    UUID account = Ids.next();
    List<String> before = offered("areaCode=207&limit=200");
    String wanted = before.getFirst();

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
    assertThat(offered("areaCode=207&limit=200")).hasSize(before.size() - 1).doesNotContain(wanted);
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
    assertThat(mainNumbers(account)).containsExactly("+13075550101");
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
    assertThat(mainNumbers(account)).singleElement().asString().startsWith("+1");
  }

  @Test
  @DisplayName("F3 32 accounts that want one number at the same instant, as on several instances")
  void raceOfInstances() {
    String wanted = "+14065550117";
    List<Callable<UUID>> calls =
        IntStream.range(0, 32).mapToObj(i -> (Callable<UUID>) () -> signUp(wanted)).toList();

    List<String> numbers =
        atOnce(calls).stream().map(account -> mainNumbers(account).getFirst()).toList();

    assertThat(numbers)
        .hasSize(32)
        .doesNotHaveDuplicates()
        .contains(wanted)
        .allMatch(each -> each.startsWith("+1406555"));
  }

  @Test
  @DisplayName("A1 when an area code is sold out, the main number is another of the country")
  void areaSoldOut() {
    atOnce(
        IntStream.range(0, 100)
            .mapToObj(i -> (Callable<UUID>) () -> signUp("+19075550100"))
            .toList());

    UUID account = signUp("+19075550100");

    assertThat(mainNumbers(account))
        .singleElement()
        .asString()
        .matches("\\+1[0-9]{3}55501[0-9]{2}")
        .doesNotStartWith("+1907");
    assertThat(
            database()
                .sql("select count(*) from phone_number where number like '+1907%'")
                .query(Long.class)
                .single())
        .isEqualTo(100);
  }

  private UUID signUp(String wanted) {
    UUID account = Ids.next();
    IncomingEvent<AccountV1> event =
        new IncomingEvent<>(
            Ids.next(),
            "account.signed-up",
            account.toString(),
            Instant.EPOCH,
            account,
            new AccountV1(account, "America/New_York", wanted));
    Tenancy.as(
        account, () -> transaction.executeWithoutResult(status -> assignMainNumber.on(event)));
    return account;
  }

  private List<String> mainNumbers(UUID account) {
    return database()
        .sql("select number from phone_number where account_id = ?")
        .param(account)
        .query(String.class)
        .list();
  }

  private List<String> offered(String query) throws Exception {
    return JsonPath.read(
        http.perform(get("/api/v1/phone-numbers/available?" + query))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString(),
        "$.items[*].number");
  }
}
