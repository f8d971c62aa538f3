package dev.switchboard.user.erasure;

import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.republish.Republished;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.account.AccountRepository;
import dev.switchboard.user.account.AccountTopic;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells erased accounts again (ADR 26), and no others: a sign-up is a moment, what was bought then
 * is no state.
 */
@Component
class RepublishErasedAccounts implements Republished {
  private static final UUID FIRST = new UUID(0, 0);

  private final Erasures erasures;
  private final AccountRepository accounts;

  RepublishErasedAccounts(Erasures erasures, AccountRepository accounts) {
    this.erasures = erasures;
    this.accounts = accounts;
  }

  @Override
  public String topic() {
    return AccountTopic.NAME;
  }

  @Override
  public List<String> next(@Nullable String after, int limit) {
    return erasures.after(after == null ? FIRST : UUID.fromString(after), limit).stream()
        .map(UUID::toString)
        .toList();
  }

  @Override
  public Optional<OutgoingEvent> lock(String id) {
    AccountId accountId = new AccountId(UUID.fromString(id));
    return accounts
        .lock(accountId)
        .flatMap(account ->
            erasures
                .find(accountId)
                .map(erasure -> CloseAccount.toEvent(account, erasure.begunAt(), List.of())));
  }
}
