package dev.switchboard.numbering.extension;

import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.platform.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** F4: makes the extensions of deleted users free when they have been held long enough. */
@Component
class FreeHeldExtensions {
  private static final int STEP = 1_000;

  private final HeldExtensions extensions;
  private final TransactionTemplate transaction;
  private final Clock clock;

  FreeHeldExtensions(HeldExtensions extensions, TransactionTemplate transaction, Clock clock) {
    this.extensions = extensions;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * One account at a time, under its lock, so that any number of instances may run. A step that
   * finds fewer accounts than it may was the last.
   */
  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void free() {
    Instant now = clock.instant();
    List<AccountId> due;
    do {
      due = accountsWithDue(now);
      due.forEach(account -> free(account, now));
    } while (due.size() == STEP);
  }

  private List<AccountId> accountsWithDue(Instant now) {
    return Tenancy.asSystem(() ->
        transaction.<List<AccountId>>execute(status -> extensions.accountsWithDue(now, STEP)));
  }

  private void free(AccountId accountId, Instant now) {
    Tenancy.as(
        accountId.value(),
        () -> transaction.executeWithoutResult(status -> extensions.free(accountId, now)));
  }
}
