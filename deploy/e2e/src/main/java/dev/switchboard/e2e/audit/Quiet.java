package dev.switchboard.e2e.audit;

import dev.switchboard.local.Suite;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.KafkaException;

/** Waits until nothing is under way any more: outboxes empty, no lag, no mail to be sent. */
public final class Quiet {
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Databases databases;
  private final EventLog events;
  private final List<Contracts.Topic> topics = Contracts.topics();

  Quiet(Databases databases, EventLog events) {
    this.databases = databases;
    this.events = events;
  }

  /** For this suite. */
  public static Quiet of(Suite suite) {
    return of(Deployment.of(suite));
  }

  static Quiet of(Deployment deployment) {
    return new Quiet(new Databases(deployment), new EventLog(deployment));
  }

  /**
   * Waits. It takes two quiet looks in a row, since something may be between two services.
   *
   * @return what is still under way when the time is over, one line each; empty when it is quiet
   */
  public List<String> await(Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    int quietLooks = 0;
    while (true) {
      List<String> underWay = look();
      quietLooks = underWay.isEmpty() ? quietLooks + 1 : 0;
      if (quietLooks == 2 || System.nanoTime() - deadline > 0) {
        return underWay;
      }
      Thread.sleep(PAUSE);
    }
  }

  private List<String> look() throws InterruptedException {
    List<String> underWay = new ArrayList<>();
    try {
      for (String database : Databases.ALL) {
        count(underWay, database, "outbox", "unsent events");
      }
      count(
          underWay, Databases.NOTIFICATION, "mail where state = 'QUEUED'", "mails that are queued");
      count(
          underWay,
          Databases.NUMBERING,
          "number_order where state = 'PENDING'",
          "orders of numbers that are pending");
      count(underWay, Databases.BILLING, "waiting_seat_request", "seats that wait for an account");
      count(
          underWay,
          Databases.BILLING,
          "billing_account where next_period = 0",
          "first statements that are due");
      count(
          underWay,
          Databases.BILLING,
          "payment where ask_at <= clock_timestamp()",
          "payments that are due");
      // Cheap looks first: a full look at the groups costs many requests.
      if (underWay.isEmpty()) {
        new TreeMap<>(events.lag(topics))
            .forEach((who, records) -> underWay.add(who + " has a lag of " + records));
      }
    } catch (SQLException | KafkaException | IllegalStateException e) {
      underWay.add("can't look: " + e);
    }
    return underWay;
  }

  private void count(List<String> underWay, String database, String rows, String what)
      throws SQLException {
    long count =
        databases.query(database, "select count(*) from " + rows).getFirst().number("count");
    if (count > 0) {
      underWay.add("%s has %d %s".formatted(database, count, what));
    }
  }
}
