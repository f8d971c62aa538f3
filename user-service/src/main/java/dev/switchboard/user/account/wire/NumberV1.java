package dev.switchboard.user.account.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of numbering's {@code number.*} events. */
public record NumberV1(
    UUID accountId, long version, String number, String state, @Nullable String use) {

  /** Whether the number is now the main number of the account. */
  public boolean isCompanyMain() {
    return "ASSIGNED".equals(state) && "COMPANY_MAIN".equals(use);
  }
}
