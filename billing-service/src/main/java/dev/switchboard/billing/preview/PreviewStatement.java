package dev.switchboard.billing.preview;

import dev.switchboard.billing.pricelist.PriceLists;
import dev.switchboard.billing.statement.Draft;
import dev.switchboard.billing.statement.DrawUpStatement;
import dev.switchboard.billing.statement.History;
import dev.switchboard.billing.statement.Period;
import dev.switchboard.billing.statement.PriceBook;
import dev.switchboard.billing.timeline.ReadHistory;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** E6: the next statement, as it will be if nothing changes any more. */
@Component
public class PreviewStatement {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final ReadHistory readHistory;
  private final PriceLists priceLists;
  private final Clock clock;

  PreviewStatement(ReadHistory readHistory, PriceLists priceLists, Clock clock) {
    this.readHistory = readHistory;
    this.priceLists = priceLists;
    this.clock = clock;
  }

  /**
   * What is known now of the account's present period.
   *
   * @param index of the period that the next statement charges in advance
   */
  record Known(History history, PriceBook prices, int index, Instant now) {

    Draft next(History instead) {
      return DrawUpStatement.next(instead, prices, index);
    }
  }

  /**
   * The next statement.
   *
   * @throws ProblemException {@code service.unavailable} while billing has not heard of the account
   */
  @Transactional(readOnly = true)
  public Draft preview(UUID accountId) {
    Known known = known(accountId);
    return known.next(known.history());
  }

  /**
   * The account without its history.
   *
   * @throws ProblemException {@code service.unavailable} while billing has not heard of it
   */
  public ReadHistory.Account account(UUID accountId) {
    return readHistory
        .account(accountId)
        .orElseThrow(() ->
            new ProblemException(CommonError.UNAVAILABLE, "Your account is still being set up.")
                .retryAfter(RETRY_AFTER));
  }

  /** Within the caller's transaction. */
  Known known(UUID accountId) {
    return known(accountId, readHistory::since);
  }

  /** What these users have now, and nothing else; within the caller's transaction. */
  Known present(UUID accountId, Collection<UUID> users) {
    return known(accountId, (account, since) -> readHistory.present(account, users));
  }

  private Known known(UUID accountId, BiFunction<ReadHistory.Account, Instant, History> read) {
    Instant now = clock.instant();
    ReadHistory.Account account = account(accountId);
    Period present =
        Period.containing(
            account.signedUpAt(), account.zone(), LocalDate.ofInstant(now, account.zone()));
    return new Known(
        read.apply(account, present.begin(account.signedUpAt(), account.zone())),
        new PriceBook(priceLists.all()),
        present.index() + 1,
        now);
  }
}
