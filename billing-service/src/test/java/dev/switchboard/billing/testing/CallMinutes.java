package dev.switchboard.billing.testing;

import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.platform.time.Ids;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Plays the voice platform, which tells the totals of an account's users (E9). */
public final class CallMinutes {
  public static final String TOPIC = "voice.call-usage.v1";
  public static final String TYPE = "call-usage.counted";

  private final TestTopics topics;
  private final UUID account;

  public CallMinutes(TestTopics topics, UUID account) {
    this.topics = topics;
    this.account = account;
  }

  /** A total with a new event id. */
  public UUID tell(UUID user, YearMonth month, long version, long seconds, long calls) {
    UUID id = Ids.next();
    tell(user, month, version, seconds, calls, id);
    return id;
  }

  /** A total in the event with this id. */
  public void tell(
      UUID user, YearMonth month, long version, long seconds, long calls, UUID eventId) {
    topics.send(
        TOPIC, user.toString(), TYPE, account, data(user, month, version, seconds, calls), eventId);
  }

  private Map<String, Object> data(
      UUID user, YearMonth month, long version, long seconds, long calls) {
    return Map.of(
        "accountId",
        account,
        "version",
        version,
        "changed",
        List.of("seconds", "calls"),
        "actor",
        Map.of("type", "SYSTEM"),
        "userId",
        user,
        "month",
        month.toString(),
        "seconds",
        seconds,
        "calls",
        calls);
  }
}
