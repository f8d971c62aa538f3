package dev.switchboard.billing.usage.wire;

import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.inbox.BrokenEventException;
import java.time.YearMonth;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What this service reads of the voice platform's {@code call-usage.counted}.
 *
 * @param version of the total of this user and month; some may be left out
 * @param month such as 2026-11, in the account's time zone
 * @param seconds of all calls of the month together
 * @param calls how many these were
 */
public record CallUsageV1(
    UUID accountId, long version, UUID userId, String month, long seconds, long calls) {
  private static final Pattern MONTH = Pattern.compile("20[0-9]{2}-(0[1-9]|1[0-2])");

  /**
   * The data of an event that keeps its contract.
   *
   * @throws BrokenEventException when something is missing or is of another account or user
   */
  public static CallUsageV1 checked(IncomingEvent<CallUsageV1> event) {
    CallUsageV1 usage = event.data();
    if (usage.accountId == null
        || usage.userId == null
        || usage.month == null
        || !MONTH.matcher(usage.month).matches()
        || usage.version < 1
        || usage.seconds < 0
        || usage.calls < 0) {
      throw new BrokenEventException(
          event.type() + " without accountId, userId, month, version, seconds or calls");
    }
    if (!usage.accountId.equals(event.accountId())
        || !usage.userId.toString().equals(event.subject())) {
      throw new BrokenEventException(event.type() + " of another account or user than its event's");
    }
    return usage;
  }

  /** The calendar month. */
  public YearMonth yearMonth() {
    return YearMonth.parse(month);
  }
}
