package dev.switchboard.bench;

import dev.switchboard.bench.client.Tenant;
import dev.switchboard.bench.sql.Database;
import dev.switchboard.bench.sql.InviteSql;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What follows an invitation in the other services, seen from the list it comes back to. */
final class Pipeline {
  private static final Duration AT_MOST = Duration.ofMinutes(5);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final List<String> SERVICES =
      List.of("user_service", "numbering_service", "billing_service", "notification_service");

  private final Database database;
  private final String accounts;

  Pipeline(Database database, List<Tenant> tenants) {
    this.database = database;
    this.accounts =
        tenants.stream()
            .map(tenant -> "'" + tenant.accountId() + "'")
            .collect(Collectors.joining(", "));
  }

  /** Users of these companies. */
  long users() throws SQLException {
    return database.count(
        "user_service", "select count(*) from directory where account_id in (" + accounts + ")");
  }

  /**
   * Waits until every invited user has seat, extension and mail, and nothing waits to be told.
   *
   * @throws IllegalStateException when that takes more than five minutes
   */
  void awaitQuiet() throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + AT_MOST.toNanos();
    while (unfinished() > 0 || unsent() > 0) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(
            "after %s %d users still wait for seat, extension or mail, %d events for Kafka"
                .formatted(AT_MOST, unfinished(), unsent()));
      }
      Thread.sleep(POLL);
    }
  }

  private long unfinished() throws SQLException {
    return database.count(
        "user_service",
        """
        select count(*) from directory where account_id in (%s) and visible and state = 'INVITED'
          and (plan is null or extension is null or bridge_id is null or mail_state is distinct from 'SENT')
        """
            .formatted(accounts));
  }

  private long unsent() throws SQLException {
    long events = 0;
    for (String service : SERVICES) {
      events +=
          database.count(
              service, "select count(*) from outbox where shard <> " + InviteSql.DEAD_SHARD);
    }
    return events;
  }
}
