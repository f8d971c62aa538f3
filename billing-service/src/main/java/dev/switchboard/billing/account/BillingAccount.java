package dev.switchboard.billing.account;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A company as billing knows it. Its row is locked by whoever gives or takes slots.
 *
 * @param timeZone IANA name; periods are counted in it (E4)
 * @param signedUpAt the anniversary of its periods
 * @param version of the list of its open slots: 0 before it is stored, then 1, 2, 3 …
 */
@Table("billing_account")
public record BillingAccount(
    @Id UUID accountId,
    String timeZone,
    Standing standing,
    Instant signedUpAt,
    @Version long version) {

  /** Whether the account pays. */
  public enum Standing {
    ACTIVE,
    /** May fill open slots but buy no new ones (E7). */
    PAST_DUE,
    /** Has ended: it may neither buy nor fill. */
    CLOSED
  }

  /** An account that has just signed up. */
  public static BillingAccount open(UUID accountId, String timeZone, Instant signedUpAt) {
    return new BillingAccount(accountId, timeZone, Standing.ACTIVE, signedUpAt, 0);
  }

  /** The same account, which has ended for good. */
  public BillingAccount close() {
    return withStanding(Standing.CLOSED);
  }

  /** The same account with another standing. */
  BillingAccount withStanding(Standing other) {
    return new BillingAccount(accountId, timeZone, other, signedUpAt, version);
  }
}
