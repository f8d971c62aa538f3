package dev.switchboard.e2e;

import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.Postgres;
import dev.switchboard.local.Suite;
import dev.switchboard.paymentprovider.CardHolder;
import dev.switchboard.paymentprovider.TestCard;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The cards that a company's admin enters, and what time does to its statements. */
public final class Cards {
  private final Company company;

  public Cards(Company company) {
    this.company = company;
  }

  /** Enters a card at the provider's page and comes back to the console. */
  public void enter(TestCard card) throws IOException {
    JsonNode setup = company.admin().post("/payment-method/setups", Map.of()).expect(201).body();
    new CardHolder().enter(URI.create(setup.path("url").asString()), card);
    company
        .admin()
        .post("/payment-method/setups/" + setup.path("setupId").asString() + "/complete", Map.of())
        .expect(200);
  }

  /** As if some days had passed: what is open is tried again now. */
  public void comeToTheNextTry(Suite suite) throws SQLException {
    update(
        suite,
        """
        update payment set next_try_at = now(), ask_at = now()
        where account_id = '%1$s' and state = 'DUE'
        """);
  }

  /** As if fourteen days had passed: of what is open, only the last try is left, and it is due. */
  public void comeToTheLastTry(Suite suite) throws SQLException {
    update(
        suite,
        """
        update payment set tries = 3, next_try_at = now(), ask_at = now()
        where account_id = '%1$s' and state = 'DUE'
        """);
  }

  /**
   * As if the company had signed up so many months earlier, and no statement had been issued since
   * the first.
   */
  public void ageBy(Suite suite, int months) throws SQLException {
    String earlier = " - interval '" + months + " months'";
    update(
        suite,
        """
        update billing_account set signed_up_at = signed_up_at %2$s,
          next_statement_at = signed_up_at %2$s + interval '1 month', closed_until = null
        where account_id = '%1$s';
        update charge_interval set started_at = started_at %2$s where account_id = '%1$s';
        update seat_interval set started_at = started_at %2$s where account_id = '%1$s';
        update number_interval set started_at = started_at %2$s where account_id = '%1$s';
        """
            .replace("%2$s", earlier));
  }

  private void update(Suite suite, String sql) throws SQLException {
    try (Connection connection = connect(suite);
        Statement statement = connection.createStatement()) {
      statement.execute(sql.replace("%1$s", company.accountId().toString()));
    }
  }

  /** Counts rows of these companies in billing's database; {@code %s} stands for their ids. */
  public static long count(Suite suite, String sql, List<Company> companies) throws SQLException {
    String ids =
        companies.stream()
            .map(each -> "'" + each.accountId() + "'")
            .collect(Collectors.joining(", "));
    try (Connection connection = connect(suite);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql.replace("%s", ids))) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Connection connect(Suite suite) throws SQLException {
    Postgres postgres = suite.postgres();
    return DriverManager.getConnection(
        postgres.url("billing_service"), postgres.superuser(), postgres.superuserPassword());
  }
}
