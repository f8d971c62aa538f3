package dev.switchboard.e2e.journey;

import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.Postgres;
import dev.switchboard.local.Suite;
import dev.switchboard.paymentprovider.CardHolder;
import dev.switchboard.paymentprovider.TestCard;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The cards that a company's admin enters, and what the fortnight after a statement brings. */
final class Cards {
  private final Company company;

  Cards(Company company) {
    this.company = company;
  }

  /** Enters a card at the provider's page and comes back to the console. */
  void enter(TestCard card) throws IOException {
    JsonNode setup = company.admin().post("/payment-method/setups", Map.of()).expect(201).body();
    new CardHolder().enter(URI.create(setup.path("url").asString()), card);
    company
        .admin()
        .post("/payment-method/setups/" + setup.path("setupId").asString() + "/complete", Map.of())
        .expect(200);
  }

  /** As if fourteen days had passed: of what is open, only the last try is left, and it is due. */
  void comeToTheLastTry(Suite suite) throws SQLException {
    Postgres postgres = suite.postgres();
    try (Connection connection =
            DriverManager.getConnection(
                postgres.url("billing_service"),
                postgres.superuser(),
                postgres.superuserPassword());
        PreparedStatement update =
            connection.prepareStatement(
                """
                update payment set tries = 3, next_try_at = now(), ask_at = now()
                where account_id = ? and state = 'DUE'
                """)) {
      update.setObject(1, company.accountId());
      update.executeUpdate();
    }
  }
}
