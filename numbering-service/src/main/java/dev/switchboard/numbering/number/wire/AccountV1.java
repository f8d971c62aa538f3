package dev.switchboard.numbering.number.wire;

import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.inbox.BrokenEventException;
import java.util.UUID;

/**
 * What this service reads of {@code account.signed-up}.
 *
 * @param timeZone where the account's days begin and end: a name of the IANA database
 * @param mainNumber the wanted one, in E.164
 */
public record AccountV1(UUID accountId, String timeZone, String mainNumber) {

  /**
   * The data of an event that keeps its contract, but for the format of the number.
   *
   * @throws BrokenEventException when something is missing or is of another account
   */
  public static AccountV1 checked(IncomingEvent<AccountV1> event) {
    AccountV1 account = event.data();
    if (account.accountId == null || account.timeZone == null || account.mainNumber == null) {
      throw new BrokenEventException(event.type() + " without accountId, timeZone or mainNumber");
    }
    if (!account.accountId.equals(event.accountId())) {
      throw new BrokenEventException(event.type() + " of another account than its event's");
    }
    return account;
  }
}
