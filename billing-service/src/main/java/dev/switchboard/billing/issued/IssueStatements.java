package dev.switchboard.billing.issued;

import dev.switchboard.billing.payment.NewStatement;
import dev.switchboard.billing.payment.OpenPayments;
import dev.switchboard.billing.pricelist.PriceLists;
import dev.switchboard.billing.statement.Draft;
import dev.switchboard.billing.statement.DrawUpStatement;
import dev.switchboard.billing.statement.History;
import dev.switchboard.billing.statement.Period;
import dev.switchboard.billing.statement.PriceBook;
import dev.switchboard.billing.timeline.ReadHistory;
import dev.switchboard.platform.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * E5, E8: issues each statement that is due, exactly once, however many instances run and wherever
 * they are killed: a step locks some accounts, and in one transaction stores their statements,
 * opens their payments, closes the time before and says when the next is due.
 */
@Component
@EnableConfigurationProperties(StatementProperties.class)
public class IssueStatements {
  private static final Logger LOG = LoggerFactory.getLogger(IssueStatements.class);
  private static final int STEP = 200;

  private final DueAccounts dueAccounts;
  private final ReadHistory readHistory;
  private final PriceLists priceLists;
  private final IssuedStatements statements;
  private final OpenPayments openPayments;
  private final StatementProperties properties;
  private final TransactionOperations transaction;
  private final Clock clock;

  IssueStatements(
      DueAccounts dueAccounts,
      ReadHistory readHistory,
      PriceLists priceLists,
      IssuedStatements statements,
      OpenPayments openPayments,
      StatementProperties properties,
      TransactionOperations transaction,
      Clock clock) {
    this.dueAccounts = dueAccounts;
    this.readHistory = readHistory;
    this.priceLists = priceLists;
    this.statements = statements;
    this.openPayments = openPayments;
    this.properties = properties;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Issues all that is due. */
  @Scheduled(
      fixedDelayString = "${switchboard.statements.run-every}",
      initialDelayString = "${switchboard.statements.run-every}")
  void run() {
    run(clock.instant());
  }

  /**
   * Issues all that is due at this time. An account whose statement can't be drawn up is reported
   * and does not keep the others from theirs.
   *
   * @return how many were issued
   */
  public int run(Instant now) {
    Set<UUID> failed = new HashSet<>();
    int issued = 0;
    boolean more = true;
    while (more) {
      int before = failed.size();
      int step =
          Objects.requireNonNull(
              Tenancy.asSystem(() -> transaction.execute(status -> issue(now, failed))));
      issued += step;
      more = step > 0 || failed.size() > before;
    }
    return issued;
  }

  private int issue(Instant now, Set<UUID> failed) {
    List<DueAccounts.Due> due = dueAccounts.lock(now, now.minus(properties.grace()), failed, STEP);
    if (due.isEmpty()) {
      return 0;
    }
    Map<UUID, History> histories =
        readHistory.since(
            due.stream()
                .collect(Collectors.toMap(DueAccounts.Due::account, IssueStatements::since)));
    PriceBook prices = new PriceBook(priceLists.all());
    Instant issuedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<IssuedStatement> issued = new ArrayList<>();
    List<DueAccounts.Next> next = new ArrayList<>();
    for (DueAccounts.Due each : due) {
      UUID accountId = each.account().accountId();
      try {
        Draft draft =
            DrawUpStatement.issue(
                Objects.requireNonNull(histories.get(accountId)), prices, each.period());
        issued.add(
            new IssuedStatement(
                StatementId.of(accountId, draft.period()), accountId, draft, issuedAt));
        next.add(
            new DueAccounts.Next(
                accountId,
                each.period() + 1,
                begin(each.account(), each.period() + 1),
                begin(each.account(), each.period())));
      } catch (RuntimeException e) {
        LOG.error("the statement of account {} can't be drawn up", accountId, e);
        failed.add(accountId);
      }
    }
    if (!issued.isEmpty()) {
      statements.insert(issued);
      dueAccounts.advance(next);
      openPayments.open(issued.stream().map(IssueStatements::toBePaid).toList());
    }
    return issued.size();
  }

  private static NewStatement toBePaid(IssuedStatement statement) {
    Draft draft = statement.draft();
    return new NewStatement(
        statement.statementId(),
        statement.accountId(),
        draft.period().from(),
        draft.period().to(),
        draft.currency(),
        draft.totalCents(),
        draft.recurringCents(),
        statement.issuedAt());
  }

  /** A statement shows what changed in the period before. */
  private static Instant since(DueAccounts.Due due) {
    return begin(due.account(), Math.max(0, due.period() - 1));
  }

  private static Instant begin(ReadHistory.Account account, int period) {
    return Period.of(account.signedUpAt(), account.zone(), period)
        .begin(account.signedUpAt(), account.zone());
  }
}
