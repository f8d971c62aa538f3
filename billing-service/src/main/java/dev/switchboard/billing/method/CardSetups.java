package dev.switchboard.billing.method;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores each time that an admin was sent to the provider's page. */
@Component
public class CardSetups {
  private final JdbcClient jdbc;

  CardSetups(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One of them.
   *
   * @param pageId the provider's id of the page
   * @param isTaken whether its card has come back
   */
  public record CardSetup(
      UUID setupId, UUID accountId, UUID adminId, String pageId, boolean isTaken) {}

  void insert(CardSetup setup, Instant openedAt) {
    jdbc.sql(
            """
            insert into card_setup (setup_id, account_id, admin_id, page_id, opened_at) values (?, ?, ?, ?, ?)
            """)
        .params(
            setup.setupId(),
            setup.accountId(),
            setup.adminId(),
            setup.pageId(),
            openedAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** One of the account's. */
  public Optional<CardSetup> find(UUID accountId, UUID setupId) {
    return jdbc.sql("select * from card_setup where account_id = ? and setup_id = ?")
        .params(accountId, setupId)
        .query((row, index) -> read(row))
        .optional();
  }

  /** By the provider's id of its page; across accounts. */
  public Optional<CardSetup> find(String pageId) {
    return jdbc.sql("select * from card_setup where page_id = ?")
        .param(pageId)
        .query((row, index) -> read(row))
        .optional();
  }

  private static CardSetup read(ResultSet row) throws SQLException {
    return new CardSetup(
        row.getObject("setup_id", UUID.class),
        row.getObject("account_id", UUID.class),
        row.getObject("admin_id", UUID.class),
        row.getString("page_id"),
        row.getObject("taken_at") != null);
  }

  /** Whether its card was not taken before: once only. */
  public boolean take(UUID accountId, UUID setupId, Instant now) {
    return jdbc.sql(
                """
                update card_setup set taken_at = ? where account_id = ? and setup_id = ? and taken_at is null
                """)
            .params(now.atOffset(ZoneOffset.UTC), accountId, setupId)
            .update()
        == 1;
  }
}
