package dev.switchboard.billing.method;

import dev.switchboard.billing.provider.PaymentProvider.Card;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the card of each account: one at a time. */
@Component
public class PaymentMethods {
  private final JdbcClient jdbc;

  PaymentMethods(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The account's card; nothing before one was entered. */
  public Optional<PaymentMethod> find(UUID accountId) {
    return jdbc.sql("select * from payment_method where account_id = ? and token is not null")
        .param(accountId)
        .query((row, index) ->
            new PaymentMethod(
                accountId,
                row.getString("customer"),
                card(row),
                Objects.requireNonNull(row.getObject("since", OffsetDateTime.class)).toInstant()))
        .optional();
  }

  /** The cards of those accounts that have one. */
  public Map<UUID, Card> cards(Collection<UUID> accountIds) {
    return jdbc
        .sql(
            "select * from payment_method where account_id = any (?::uuid[]) and token is not null")
        .param(accountIds.toArray(UUID[]::new))
        .query((row, index) -> Map.entry(row.getObject("account_id", UUID.class), card(row)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Card card(ResultSet row) throws SQLException {
    return new Card(
        row.getString("token"),
        row.getString("brand"),
        row.getString("last_four"),
        row.getInt("expiry_month"),
        row.getInt("expiry_year"));
  }

  /** The provider's id of the account, when it is registered there. */
  Optional<String> customer(UUID accountId) {
    return jdbc.sql("select customer from payment_method where account_id = ?")
        .param(accountId)
        .query(String.class)
        .optional();
  }

  void registered(UUID accountId, String customer) {
    jdbc.sql(
            "insert into payment_method (account_id, customer) values (?, ?) on conflict do nothing")
        .params(accountId, customer)
        .update();
  }

  /** From now on the account pays with this card; false when it was forgotten meanwhile. */
  public boolean replace(UUID accountId, Card card, Instant since) {
    return jdbc.sql(
                """
                update payment_method set token = ?, brand = ?, last_four = ?, expiry_month = ?, expiry_year = ?,
                  since = ?
                where account_id = ?
                """)
            .params(
                card.token(),
                card.brand(),
                card.lastFour(),
                card.expiryMonth(),
                card.expiryYear(),
                since.atOffset(ZoneOffset.UTC),
                accountId)
            .update()
        == 1;
  }
}
