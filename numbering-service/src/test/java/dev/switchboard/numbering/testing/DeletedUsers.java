package dev.switchboard.numbering.testing;

import dev.switchboard.platform.testing.TestTopics;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plays user-service when it deletes users, restores and erases them (D6). */
public final class DeletedUsers {
  private static final Duration UNDO = Duration.ofDays(3);
  private static final Map<String, Object> SEAT_REQUEST =
      Map.of("plan", "BASIC", "acceptCharges", true);

  private final TestTopics topics;
  private final UUID account;
  private final Instant deletedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  public DeletedUsers(TestTopics topics, UUID account) {
    this.topics = topics;
    this.account = account;
  }

  /** When all of them were deleted. */
  public Instant deletedAt() {
    return deletedAt;
  }

  /** An admin has deleted the user; his numbers are to go to the pool. */
  public UUID delete(UUID user, long version) {
    return delete(user, version, deletedAt);
  }

  /** An admin deleted the user at this time. */
  public UUID delete(UUID user, long version, Instant at) {
    Map<String, Object> data = deleted(user, version, at, null);
    return send("user.deleted", user, data);
  }

  /** An admin has undone the deletion. */
  public UUID restore(UUID user, long version) {
    Map<String, Object> data = NumberingTest.user(account, user, "ACTIVE", version);
    data.put("changed", List.of("state", "deletion", "seatRequest"));
    data.put("seatRequest", SEAT_REQUEST);
    return send("user.restored", user, data);
  }

  /** The time for undoing is over; the numbers go to this user, or to the pool. */
  public UUID erase(UUID user, long version, @Nullable UUID numbersTo) {
    Map<String, Object> data = deleted(user, version, deletedAt, numbersTo);
    data.put("changed", List.of("firstName", "lastName", "email", "erasedAt"));
    data.put("erasedAt", deletedAt.plus(UNDO).toString());
    return send("user.erased", user, data);
  }

  private Map<String, Object> deleted(
      UUID user, long version, Instant at, @Nullable UUID numbersTo) {
    Map<String, Object> deletion = new HashMap<>();
    deletion.put("deletedAt", at.toString());
    deletion.put("restorableUntil", at.plus(UNDO).toString());
    deletion.put("messagesTo", Map.of("type", "COMPANY_INBOX"));
    deletion.put(
        "numbersTo",
        numbersTo == null
            ? Map.of("type", "UNASSIGNED")
            : Map.of("type", "USER", "userId", numbersTo));
    deletion.put("keepSlot", false);
    Map<String, Object> data = NumberingTest.user(account, user, "DELETED", version);
    data.put("changed", List.of("state", "deletion"));
    data.put("deletion", deletion);
    return data;
  }

  private UUID send(String type, UUID user, Map<String, Object> data) {
    return topics.send("user.users.v1", user.toString(), type, account, data);
  }
}
