package dev.switchboard.e2e.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.Cards;
import dev.switchboard.e2e.RunningSuite;
import dev.switchboard.e2e.audit.Auditor;
import dev.switchboard.e2e.audit.Ledger;
import dev.switchboard.e2e.audit.Quiet;
import dev.switchboard.e2e.client.Await;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.Suite;
import dev.switchboard.local.client.Client;
import dev.switchboard.paymentprovider.TestCard;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** D6, I12: the operator's command that erases an account, through all services. */
@Timeout(300)
class EraseAccountTest {
  private static final String NAME = "Harbor Light Books";
  private static final Duration LONG = Duration.ofMinutes(3);

  /** Answers are repeated for a day. */
  private static final Set<String> KEPT_FOR_A_DAY = Set.of("user_service.idempotency_key");

  private static Suite suite;
  private static Operator operator;

  @BeforeAll
  static void startSuite() {
    suite = RunningSuite.get();
    operator = new Operator(suite);
  }

  @Test
  @DisplayName(
      "D6 I12 whoever was in an erased account is in no table, signs in nowhere and costs nothing")
  void erases() throws Exception {
    Company company = Company.signUp(suite.baseUrl(), 3, 1, 0);
    new Cards(company).enter(TestCard.SUCCEEDS);
    String joinedEmail = Company.newEmail("joined");
    String plusEmail = Company.newEmail("plus");
    String deletedEmail = Company.newEmail("deleted");
    String plus = invited(company, plusEmail, "PLUS");
    String deleted = invited(company, deletedEmail, "BASIC");
    invited(company, joinedEmail, "BASIC");
    assertThat(Quiet.of(suite).await(LONG)).isEmpty();
    orderNumber(company, plus);
    company.admin().delete("/users/" + deleted + "?keepSlot=true").expect(204);
    Company other = Company.signUp(suite.baseUrl(), 2, 0, 0);
    String otherUser = Company.newEmail("other");
    invited(other, otherUser, "BASIC");

    assertThat(operator.eraseAccount(company, "Harbour Light Books"))
        .startsWith("refused")
        .contains("has another company name");
    assertThat(company.admin().get("/users").status()).isEqualTo(200);
    assertThat(operator.eraseAccount(company, NAME)).endsWith("\"usersLeft\":0}\n");

    Await.until(
        "the admin's session is dead everywhere",
        Duration.ofSeconds(5),
        () -> company.admin().get("/users").status() == 401);
    assertThat(new Client(suite.baseUrl()).signIn(company.adminEmail(), Company.PASSWORD).status())
        .isEqualTo(401);
    assertThat(operator.eraseAccount(company, NAME)).as("again").endsWith("\"usersLeft\":0}\n");
    assertThat(Quiet.of(suite).await(LONG)).isEmpty();
    for (String email : List.of(company.adminEmail(), joinedEmail, plusEmail, deletedEmail)) {
      assertThat(tablesWith(email)).as(email).isSubsetOf(KEPT_FOR_A_DAY);
    }
    assertThat(new Auditor(suite).audit(new Ledger())).isEmpty();
    JsonNode money = operator.get("billing-service", "closedaccounts/" + company.accountId());
    assertThat(money.path("isSettled").asBoolean())
        .as("the month that is paid has not ended")
        .isFalse();
    assertThat(money.path("closedAt").asString()).isNotEmpty();
    assertThat(other.list().path("total").asInt()).isEqualTo(2);
    assertThat(other.row(otherUser).path("extension").asString()).isNotEmpty();
  }

  @Test
  @DisplayName("E7 the payment provider forgets the card of an erased account")
  void forgetsTheCard() throws Exception {
    Company company = Company.signUp(suite.baseUrl(), 1, 0, 0);
    new Cards(company).enter(TestCard.SUCCEEDS);
    assertThat(Quiet.of(suite).await(LONG)).isEmpty();

    operator.eraseAccount(company, NAME);
    assertThat(Quiet.of(suite).await(LONG)).isEmpty();

    Await.until(
        "the card is forgotten",
        Duration.ofSeconds(90),
        () ->
            !operator
                .get("billing-service", "closedaccounts/" + company.accountId())
                .path("hasCard")
                .asBoolean(true));
    assertThat(
            new Tables(suite)
                .texts(
                    "billing_service",
                    "select account_id from payment_method where account_id = '%s'"
                        .formatted(company.accountId())))
        .isEmpty();
  }

  private static String invited(Company company, String email, String plan) throws Exception {
    return company.invite(email, plan, false).expect(201).body().path("id").asString();
  }

  private static void orderNumber(Company company, String user) throws Exception {
    String number =
        company
            .admin()
            .get("/phone-numbers/available?country=US&limit=50")
            .expect(200)
            .body()
            .path("items")
            .path((int) (Math.random() * 50))
            .path("number")
            .asString();
    assertThat(
            company
                .admin()
                .post(
                    "/phone-numbers",
                    Map.of("number", number, "assignTo", user, "acceptCharges", true))
                .isSuccess())
        .isTrue();
  }

  private static Set<String> tablesWith(String text) throws Exception {
    Set<String> found = new TreeSet<>();
    new Tables(suite)
        .all()
        .forEach((table, rows) -> {
          if (rows.stream().anyMatch(row -> row.contains(text))) {
            found.add(table);
          }
        });
    return found;
  }
}
