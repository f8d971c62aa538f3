package dev.switchboard.numbering.number.wire;

import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.inbox.BrokenEventException;
import java.util.UUID;

/**
 * What this service reads of {@code account.slots-changed}.
 *
 * @param version of billing's account: 1, 2, 3 …
 * @param standing ACTIVE, or why nothing more may be bought, such as PAST_DUE
 */
public record StandingV1(UUID accountId, long version, String standing) {

  /**
   * The data of an event that keeps its contract.
   *
   * @throws BrokenEventException when something is missing or is of another account
   */
  public static StandingV1 checked(IncomingEvent<StandingV1> event) {
    StandingV1 account = event.data();
    if (account.accountId == null || account.standing == null || account.version < 1) {
      throw new BrokenEventException(event.type() + " without accountId, standing or version");
    }
    if (!account.accountId.equals(event.accountId())) {
      throw new BrokenEventException(event.type() + " of another account than its event's");
    }
    return account;
  }
}
