package dev.switchboard.billing.testing;

import dev.switchboard.platform.testing.TestTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plays user-service when it deletes users of an account and restores them (D6). */
public final class DeletedUsers {
  private static final Duration UNDO = Duration.ofDays(3);

  private final TestTopics topics;
  private final BillingTest.Account account;

  public DeletedUsers(TestTopics topics, BillingTest.Account account) {
    this.topics = topics;
    this.account = account;
  }

  /** An admin deleted the user at this time, and keeps his slot or not. */
  public UUID delete(UUID user, long version, boolean keepSlot, Instant at) {
    Map<String, Object> data = BillingTest.user(account, user, "DELETED", "BASIC", null, false);
    data.put("version", version);
    data.put("changed", List.of("state", "deletion"));
    data.put(
        "deletion",
        Map.of(
            "deletedAt",
            at.toString(),
            "restorableUntil",
            at.plus(UNDO).toString(),
            "messagesTo",
            Map.of("type", "COMPANY_INBOX"),
            "numbersTo",
            Map.of("type", "UNASSIGNED"),
            "keepSlot",
            keepSlot));
    return send("user.deleted", user, data);
  }

  /** An admin undid the deletion; user-service asks for the removed slot. */
  public UUID undo(UUID user, long version) {
    return restore(user, version, null, true);
  }

  /** An admin undid the deletion, by a slot that user-service has claimed or by his consent. */
  public UUID restore(UUID user, long version, @Nullable UUID slot, boolean acceptCharges) {
    Map<String, Object> data =
        BillingTest.user(account, user, "ACTIVE", "BASIC", slot, acceptCharges);
    data.put("version", version);
    data.put("changed", List.of("state", "deletion", "seatRequest"));
    return send("user.restored", user, data);
  }

  private UUID send(String type, UUID user, Map<String, Object> data) {
    return topics.send("user.users.v1", user.toString(), type, account.id(), data);
  }
}
