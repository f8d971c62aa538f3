package dev.switchboard.billing.testing;

import dev.switchboard.platform.testing.TestTopics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells of accounts that left for good, as user-service does. */
public final class ClosedAccounts {

  private ClosedAccounts() {}

  /** The account is erased; returns the id of the event. */
  public static UUID erase(TestTopics topics, UUID account, Instant at) {
    return topics.send(
        "user.accounts.v1",
        account.toString(),
        "account.erased",
        account,
        Map.of(
            "accountId",
            account,
            "version",
            2,
            "changed",
            List.of("companyName", "state", "erasedAt"),
            "actor",
            Map.of("type", "SYSTEM"),
            "companyName",
            "Erased company",
            "timeZone",
            "America/New_York",
            "state",
            "CLOSED",
            "signedUpAt",
            "2026-11-02T14:03:05.120Z",
            "erasedAt",
            at.toString()));
  }
}
