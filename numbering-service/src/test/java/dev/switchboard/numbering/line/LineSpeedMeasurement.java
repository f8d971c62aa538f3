package dev.switchboard.numbering.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.switchboard.numbering.line.wire.UserV1;
import dev.switchboard.numbering.testing.NumberingTest;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.time.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.binding.BindingsLifecycleController.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How fast lines open; prints figures and judges nothing, so the build does not run it. Run it with
 * {@code -Dtest=LineSpeedMeasurement}. The test database does not fsync.
 */
class LineSpeedMeasurement extends NumberingTest {
  private static final Logger log = LoggerFactory.getLogger(LineSpeedMeasurement.class);
  private static final int ROUNDS = 6;
  private static final int USERS = 2_000;
  private static final String BINDING = "users-in-0";

  @Autowired private OpenLine openLine;
  @Autowired private BridgeIds bridgeIds;
  @Autowired private TransactionOperations transaction;
  @Autowired private DataSource dataSource;
  @Autowired private JdbcClient jdbc;
  @Autowired private BindingsLifecycleController bindings;

  /** One thread and one account that grows: the use case, and the same rows by bare JDBC. */
  @Test
  void besideBareJdbc() throws SQLException {
    UUID ours = Ids.next();
    UUID bare = Ids.next();
    leaseShards("interval '1 hour'"); // sending would be measured with the one and not the other
    try {
      for (int round = 1; round <= ROUNDS; round++) {
        double useCase = open(ours);
        double jdbcLoop = openBare(bare);
        log.info(
            "Users {} to {} of an account: {} ms per line, bare JDBC {} ms, ratio {}",
            (round - 1) * USERS,
            round * USERS,
            "%.3f".formatted(useCase),
            "%.3f".formatted(jdbcLoop),
            "%.2f".formatted(useCase / jdbcLoop));
      }
    } finally {
      leaseShards("interval '0'");
    }
  }

  /** In the name of an instance that does not send. */
  private void leaseShards(String time) {
    database()
        .sql("update outbox_shard set owner = 'nobody', leased_until = clock_timestamp() + " + time)
        .update();
  }

  /** Events that wait in the topic, taken in by both consumers. */
  @Test
  void fromTopic() throws InterruptedException {
    for (int round = 1; round <= ROUNDS; round++) {
      bindings.changeState(BINDING, State.STOPPED);
      long before = lines();
      UUID account = Ids.next();
      try (ExecutorService senders = Executors.newFixedThreadPool(16)) {
        for (int i = 0; i < USERS; i++) {
          senders.execute(() -> invite(account, Ids.next()));
        }
      }
      bindings.changeState(BINDING, State.STARTED);
      while (lines() < before + USERS / 20) {
        Thread.sleep(Duration.ofMillis(20)); // joining the group is not what is measured
      }
      long first = lines();
      long start = System.nanoTime();
      while (lines() < before + USERS) {
        Thread.sleep(Duration.ofMillis(20));
      }
      long end = System.nanoTime();
      log.info(
          "Round {}: {} user.invited per second into one account",
          round,
          Math.round((before + USERS - first) * 1e9 / (end - start)));
    }
  }

  private double open(UUID account) {
    long start = System.nanoTime();
    for (int i = 0; i < USERS; i++) {
      UUID user = Ids.next();
      IncomingEvent<UserV1> event =
          new IncomingEvent<>(
              Ids.next(),
              "user.invited",
              user.toString(),
              Instant.EPOCH,
              account,
              new UserV1(account, user, 1, Actor.system(), null));
      Tenancy.as(account, () -> transaction.executeWithoutResult(status -> openLine.on(event)));
    }
    return millisPerLine(start);
  }

  /**
   * The same rows, and no look at what there is: neither lines, nor codes given back or reserved.
   */
  private double openBare(UUID account) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement scope =
            connection.prepareStatement("select set_config('switchboard.account', ?, true)");
        PreparedStatement space =
            connection.prepareStatement(
                """
                insert into extension_space as s (account_id, first_unused) values (?, 102)
                on conflict (account_id) do update set first_unused = s.first_unused + 1
                returning first_unused - 1
                """);
        PreparedStatement extension =
            connection.prepareStatement("insert into extension values (?, ?, 'USER', ?)");
        PreparedStatement line =
            connection.prepareStatement(
                """
                insert into line values (?, ?, 'OPEN', ?, ?, '{}', null, 1, 1)
                on conflict (bridge_id) do nothing
                """);
        PreparedStatement outbox =
            connection.prepareStatement(
                """
                insert into outbox (shard, event_id, topic, key, headers, payload)
                values (0, ?, 'numbering.lines.v1', ?, ?::jsonb, ?)
                """)) {
      connection.setAutoCommit(false);
      long start = System.nanoTime();
      for (int i = 0; i < USERS; i++) {
        UUID user = Ids.next();
        scope.setString(1, account.toString());
        scope.execute();
        space.setObject(1, account);
        int code;
        try (ResultSet row = space.executeQuery()) {
          row.next();
          code = row.getInt(1);
        }
        extension.setObject(1, account);
        extension.setInt(2, code);
        extension.setObject(3, user);
        extension.executeUpdate();
        String bridge = bridgeIds.next().value();
        line.setObject(1, user);
        line.setObject(2, account);
        line.setInt(3, code);
        line.setString(4, bridge);
        line.executeUpdate();
        event(outbox, account, user, code, bridge);
        connection.commit();
      }
      connection.setAutoCommit(true);
      return millisPerLine(start);
    }
  }

  private static void event(
      PreparedStatement outbox, UUID account, UUID user, int code, String bridge)
      throws SQLException {
    UUID id = Ids.next();
    outbox.setObject(1, id);
    outbox.setString(2, user.toString());
    outbox.setString(
        3,
        """
        {"ce_specversion": "1.0", "ce_id": "%s", "ce_type": "line.opened", "ce_source": "/switchboard/bare",
         "ce_subject": "%s", "ce_time": "2026-11-02T14:29:00.031Z", "ce_accountid": "%s",
         "content-type": "application/json"}
        """
            .formatted(id, user, account));
    outbox.setBytes(
        4,
        """
        {"accountId": "%s", "version": 1, "changed": ["state", "extension", "bridgeId"],
         "actor": {"type": "SYSTEM"}, "userId": "%s", "state": "OPEN", "extension": "%s",
         "bridgeId": "%s", "directNumbers": []}
        """
            .formatted(account, user, code, bridge)
            .getBytes(UTF_8));
    outbox.executeUpdate();
  }

  private static double millisPerLine(long start) {
    return (System.nanoTime() - start) / 1e6 / USERS;
  }

  /** Over the service's own pool: a connection per look would cost more than what is measured. */
  private long lines() {
    Long count =
        Tenancy.asSystem(() ->
            transaction.execute(
                status -> jdbc.sql("select count(*) from line").query(Long.class).single()));
    return count == null ? 0 : count;
  }
}
