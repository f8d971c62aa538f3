package dev.switchboard.e2e.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.Cards;
import dev.switchboard.e2e.client.Await;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.Suite;
import dev.switchboard.paymentprovider.Charge;
import dev.switchboard.paymentprovider.TestCard;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A company that pays its first statement after the second to which all is restored. */
final class PayingCompany {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);
  private static final long CENTS = 2 * 1499L;

  private final Company company;
  private final String statement;

  private PayingCompany(Company company, String statement) {
    this.company = company;
    this.statement = statement;
  }

  /** It has a statement that is not paid. */
  static PayingCompany begin(Suite suite) throws Exception {
    Company company = Company.signUp(suite.baseUrl(), 2, 0, 0);
    Await.until("the first statement", SOON, () -> statements(company).size() == 1);
    return new PayingCompany(company, statements(company).path(0).path("id").asString());
  }

  /** Enters a card; the statement is charged to it. */
  void pay(Suite suite) throws Exception {
    enterCard();
    awaitPaidOnce(suite);
  }

  void signIn() throws IOException {
    company.admin().signIn(company.adminEmail(), Company.PASSWORD).expect(200);
  }

  void enterCard() throws IOException {
    new Cards(company).enter(TestCard.SUCCEEDS);
  }

  /** The payment is forgotten, and nobody tries it. */
  void expectUnpaid() throws Exception {
    Thread.sleep(LONG_ENOUGH);
    assertThat(state()).isEqualTo("ISSUED");
  }

  /** It is paid, and the money was taken once in all. */
  void awaitPaidOnce(Suite suite) throws Exception {
    Await.until("the statement is paid", SOON, () -> state().equals("PAID"));
    List<Charge> charges =
        suite.paymentProvider().charges().stream()
            .filter(charge -> statement.equals(charge.metadata().get("payment_id")))
            .toList();
    assertThat(charges).extracting(Charge::amount).containsExactly(CENTS);
  }

  private String state() throws IOException {
    return company
        .admin()
        .get("/statements/" + statement)
        .expect(200)
        .body()
        .path("payment")
        .path("state")
        .asString();
  }

  private static JsonNode statements(Company company) throws IOException {
    return company.admin().get("/statements").expect(200).body().path("items");
  }
}
