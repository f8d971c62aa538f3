package dev.switchboard.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.Cards;
import dev.switchboard.e2e.RunningSuite;
import dev.switchboard.e2e.client.Await;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.client.Answer;
import dev.switchboard.paymentprovider.CardHolder;
import dev.switchboard.paymentprovider.Charge;
import dev.switchboard.paymentprovider.TestCard;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** E7: how a company pays, does not, and pays again; with the payment provider of the launcher. */
class PaymentJourneyTest extends JourneyTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  @DisplayName(
      "E7 E8 a card is entered at the provider's page; what is open is charged to it, once")
  void paid() throws Exception {
    Company company = Company.signUp(baseUrl(), 2, 0, 0);
    String statement = firstStatement(company);
    assertThat(payment(company, statement).path("state").asString()).isEqualTo("ISSUED");

    new Cards(company).enter(TestCard.SUCCEEDS);

    awaitState(company, statement, "PAID");
    JsonNode account = company.admin().get("/billing-account").expect(200).body();
    assertThat(account.path("card").path("lastFour").asString()).isEqualTo("4242");
    assertThat(account.path("unpaid").path("amountCents").asLong()).isZero();
    assertThat(charges(statement)).extracting(Charge::amount).containsExactly(2 * 1499L);
  }

  @Test
  @DisplayName(
      "E7 declined to the last try: no new slots or numbers, users keep working; a new card ends it")
  void pastDueAndBack() throws Exception {
    Company company = Company.signUp(baseUrl(), 1, 0, 0);
    awaitSettled(company, company.adminEmail());
    String statement = firstStatement(company);
    Cards cards = new Cards(company);
    cards.enter(TestCard.DECLINES);
    Await.until(
        "the card is declined",
        SOON,
        () -> payment(company, statement).path("failure").asString("").equals("CARD_DECLINED"));

    cards.comeToTheLastTry(RunningSuite.get());

    awaitState(company, statement, "PAST_DUE");
    Await.until(
        "user-service knows it",
        SOON,
        () ->
            company
                .invite(Company.newEmail("late"), "BASIC", true)
                .code()
                .equals("account.past-due"));
    Await.until("numbering-service knows it", SOON, () -> order(company).status() == 409);
    company.admin().get("/users").expect(200);
    assertThat(charges(statement)).isEmpty();

    cards.enter(TestCard.SUCCEEDS);
    awaitState(company, statement, "PAID");
    Await.until(
        "slots can be bought again",
        SOON,
        () -> company.invite(Company.newEmail("again"), "BASIC", true).status() == 201);
    Await.until("numbers can be ordered again", SOON, () -> order(company).status() == 201);
    assertThat(charges(statement)).hasSize(1);
  }

  @Test
  @DisplayName(
      "E7 the bank asks the owner of the card: nothing is taken alone, all is when he confirms")
  void confirmed() throws Exception {
    Company company = Company.signUp(baseUrl(), 1, 0, 0);
    String statement = firstStatement(company);
    new Cards(company).enter(TestCard.NEEDS_ACTION);
    Await.until(
        "the bank asks",
        SOON,
        () -> payment(company, statement).path("failure").asString("").equals("NEEDS_ACTION"));

    Answer paying =
        company.admin().post("/statements/" + statement + "/payments", Map.of()).expect(200);
    String bank = paying.body().path("confirmationUrl").asString();
    URI back = new CardHolder().confirm(URI.create(bank));

    assertThat(back.toString()).startsWith(baseUrl() + "/billing/statements/" + statement + "?");
    awaitState(company, statement, "PAID");
    assertThat(charges(statement)).hasSize(1);
  }

  @Test
  @DisplayName("E8 the provider takes the money and its answer is lost: paid, charged once")
  void answerLost() throws Exception {
    Company company = Company.signUp(baseUrl(), 1, 0, 0);
    String statement = firstStatement(company);

    new Cards(company).enter(TestCard.LOSES_ANSWER);

    awaitState(company, statement, "PAID");
    assertThat(charges(statement)).hasSize(1);
  }

  private static String firstStatement(Company company) throws Exception {
    Await.until("the first statement", SOON, () -> statements(company).size() == 1);
    return statements(company).path(0).path("id").asString();
  }

  private static JsonNode statements(Company company) throws Exception {
    return company.admin().get("/statements").expect(200).body().path("items");
  }

  private static JsonNode payment(Company company, String statement) throws Exception {
    return company.admin().get("/statements/" + statement).expect(200).body().path("payment");
  }

  private static void awaitState(Company company, String statement, String state) throws Exception {
    Await.until(
        "the statement is " + state,
        SOON,
        () -> payment(company, statement).path("state").asString().equals(state));
  }

  private static Answer order(Company company) throws Exception {
    JsonNode offered =
        company.admin().get("/phone-numbers/available?limit=200").expect(200).body().path("items");
    String number = offered.path((int) (Math.random() * 200)).path("number").asString();
    return company
        .admin()
        .post(
            "/phone-numbers",
            Map.of("number", number, "acceptCharges", true),
            UUID.randomUUID().toString());
  }

  private static List<Charge> charges(String statement) {
    return RunningSuite.get().paymentProvider().charges().stream()
        .filter(charge -> charge.metadata().containsValue(statement))
        .toList();
  }
}
