package dev.switchboard.user.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A company that uses the phone service.
 *
 * @param timeZone IANA name, such as {@code America/New_York}
 * @param language BCP 47 tag that new users start with
 * @param mainNumber the company main number in E.164; null when it was unassigned (B8)
 * @param twoStepRequiredForAdmins whether an admin without two-step sign-in may no more than a user
 * @param securityVersion of how admins sign in, which no event tells: 1, 2, 3 …
 * @param version 0 before it is stored, then 1, 2, 3 …
 */
@Table("account")
public record Account(
    @Id AccountId accountId,
    String companyName,
    String timeZone,
    String language,
    State state,
    @Nullable String mainNumber,
    Instant signedUpAt,
    boolean twoStepRequiredForAdmins,
    long securityVersion,
    @Version long version) {

  /** States of an account as this service knows them. */
  public enum State {
    ACTIVE,
    CLOSED
  }

  /** A company that has just signed up (A1). */
  public static Account signUp(
      AccountId id, String companyName, String timeZone, String mainNumber, Instant now) {
    return new Account(id, companyName, timeZone, "en", State.ACTIVE, mainNumber, now, false, 1, 0);
  }

  /** The company has left for good, and its name is forgotten. */
  public Account erase() {
    return new Account(
        accountId,
        "Erased company",
        timeZone,
        language,
        State.CLOSED,
        mainNumber,
        signedUpAt,
        twoStepRequiredForAdmins,
        securityVersion,
        version);
  }

  /** Whether admins must sign in with two steps. */
  public Account withTwoStepRequiredForAdmins(boolean required) {
    return new Account(
        accountId,
        companyName,
        timeZone,
        language,
        state,
        mainNumber,
        signedUpAt,
        required,
        securityVersion + 1,
        version);
  }
}
