package dev.switchboard.e2e.observability;

import dev.switchboard.e2e.RunningSuite;
import dev.switchboard.local.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The queue of notification-service, as its database has it. */
final class StoredMails {
  private StoredMails() {}

  /**
   * A mail.
   *
   * @param traceId of the request that led to it
   */
  record Mail(String id, String traceId) {}

  /**
   * The mail to this address.
   *
   * @throws AssertionError when there is none
   */
  static Mail to(String email) throws SQLException {
    Postgres postgres = RunningSuite.get().postgres();
    try (Connection connection =
            DriverManager.getConnection(
                postgres.url("notification_service"),
                postgres.superuser(),
                postgres.superuserPassword());
        PreparedStatement statement =
            connection.prepareStatement(
                "select mail_id, split_part(trace_parent, '-', 2) from mail where recipient_email = ?")) {
      statement.setString(1, email);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new AssertionError("no mail to " + email);
        }
        return new Mail(row.getString(1), row.getString(2));
      }
    }
  }
}
