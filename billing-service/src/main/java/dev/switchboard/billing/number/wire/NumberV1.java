package dev.switchboard.billing.number.wire;

import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.inbox.BrokenEventException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of numbering's {@code number.*} events.
 *
 * @param state UNASSIGNED and ASSIGNED are the account's; the others cost nothing
 * @param use COMPANY_MAIN or DIRECT, or null
 * @param version 1, 2, 3 …, going on when another account has the number
 */
public record NumberV1(
    UUID accountId,
    long version,
    String number,
    String state,
    @Nullable String use,
    @Nullable UUID userId) {

  /** Whether the account has it, and pays for it as far as it costs (E2). */
  public boolean isPriced() {
    return state.equals("UNASSIGNED") || state.equals("ASSIGNED");
  }

  /**
   * The data of an event that keeps its contract.
   *
   * @throws BrokenEventException when something is missing or is of another account or number
   */
  public static NumberV1 checked(IncomingEvent<NumberV1> event) {
    NumberV1 number = event.data();
    if (number.accountId == null
        || number.number == null
        || number.state == null
        || number.version < 1
        || "DIRECT".equals(number.use) != (number.userId != null)) {
      throw new BrokenEventException(
          event.type() + " without accountId, number, state, version or user");
    }
    if (!number.accountId.equals(event.accountId()) || !number.number.equals(event.subject())) {
      throw new BrokenEventException(
          event.type() + " of another account or number than its event's");
    }
    return number;
  }
}
