package dev.switchboard.billing.recipient.wire;

import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.inbox.BrokenEventException;
import java.util.UUID;

/** What is read of {@code account.signed-up} to know what a company is called. */
public record CompanyV1(UUID accountId, String companyName) {

  /**
   * The data of an event that keeps its contract.
   *
   * @throws BrokenEventException when something is missing or is of another account
   */
  public static CompanyV1 checked(IncomingEvent<CompanyV1> event) {
    CompanyV1 company = event.data();
    if (company.accountId == null || company.companyName == null || company.companyName.isEmpty()) {
      throw new BrokenEventException(event.type() + " without accountId or companyName");
    }
    if (!company.accountId.equals(event.accountId())) {
      throw new BrokenEventException(event.type() + " of another account than its event's");
    }
    return company;
  }
}
