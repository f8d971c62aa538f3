package dev.switchboard.user.support;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as support sees it.
 *
 * @param mainNumber E.164; null when it was unassigned (B8)
 * @param users how many people it has
 */
public record AccountSummary(
    UUID accountId,
    String companyName,
    @Nullable String mainNumber,
    State state,
    Instant signedUpAt,
    int users,
    List<Admin> admins) {

  AccountSummary withAdmins(List<Admin> all) {
    return new AccountSummary(
        accountId, companyName, mainNumber, state, signedUpAt, users, List.copyOf(all));
  }

  /** States of an account. */
  public enum State {
    ACTIVE,
    PAST_DUE,
    CLOSED
  }

  /** An admin of it. */
  public record Admin(UUID userId, String firstName, String lastName, String email) {}
}
