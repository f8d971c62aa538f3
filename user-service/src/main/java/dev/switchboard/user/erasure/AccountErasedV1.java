package dev.switchboard.user.erasure;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.user.account.Account;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** contracts/events/account.erased. */
record AccountErasedV1(
    UUID accountId,
    long version,
    List<String> changed,
    Actor actor,
    String companyName,
    String timeZone,
    String state,
    Instant signedUpAt,
    Instant erasedAt) {

  static AccountErasedV1 of(Account account, Instant erasedAt, List<String> changed) {
    return new AccountErasedV1(
        account.accountId().value(),
        account.version(),
        changed,
        Actor.system(),
        account.companyName(),
        account.timeZone(),
        account.state().name(),
        account.signedUpAt(),
        erasedAt);
  }
}
