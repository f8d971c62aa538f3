package dev.switchboard.billing.seat;

import dev.switchboard.billing.testing.BillingTest;
import dev.switchboard.billing.testing.DeletedUsers;
import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.platform.time.Ids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What tests of deleted users' seats have at hand. */
abstract class DeletedSeatTest extends BillingTest {
  static final String SEATS = "billing.seats.v1";

  final UUID user = Ids.next();

  DeletedUsers of(Account account) {
    return new DeletedUsers(topics, account);
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  void standing(Account account, String standing) {
    database()
        .sql("update billing_account set standing = ? where account_id = ?")
        .params(standing, account.id())
        .update();
  }

  List<String> told(UUID of) {
    return topics.all(SEATS, of.toString()).stream().map(TestTopics.Event::type).toList();
  }

  JsonNode lastTold(UUID of) {
    return topics.all(SEATS, of.toString()).getLast().data();
  }

  String lastReason(UUID of) {
    return lastTold(of).path("reason").asString();
  }

  UUID slotOf(UUID of) {
    return UUID.fromString(lastTold(of).path("slotId").asString());
  }

  String stateOf(UUID slot) {
    return database()
        .sql("select state from plan_slot where slot_id = ?")
        .param(slot)
        .query(String.class)
        .single();
  }

  /** When a slot was paid; an open interval has no end. */
  record Interval(Instant start, @Nullable Instant end) {}

  /** The slot's intervals, the oldest first. */
  List<Interval> intervals(UUID slot) {
    return database()
        .sql("select * from charge_interval where slot_id = ? order by started_at, interval_id")
        .param(slot)
        .query((row, index) -> {
          OffsetDateTime end = row.getObject("ended_at", OffsetDateTime.class);
          return new Interval(
              row.getObject("started_at", OffsetDateTime.class).toInstant(),
              end == null ? null : end.toInstant());
        })
        .list();
  }
}
