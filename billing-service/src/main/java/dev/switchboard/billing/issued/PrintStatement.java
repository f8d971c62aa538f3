package dev.switchboard.billing.issued;

import dev.switchboard.billing.recipient.Names;
import dev.switchboard.billing.statement.StatementLine;
import dev.switchboard.billing.timeline.ReadHistory;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** E6: a past statement as a PDF. No connection is held while it is made. */
@Component
public class PrintStatement {
  private final IssuedStatements statements;
  private final Names names;
  private final ReadHistory accounts;
  private final TransactionOperations transaction;

  PrintStatement(
      IssuedStatements statements,
      Names names,
      ReadHistory accounts,
      TransactionOperations transaction) {
    this.statements = statements;
    this.names = names;
    this.accounts = accounts;
    this.transaction = transaction;
  }

  /**
   * A printed statement.
   *
   * @param from first day of the month that it charges in advance
   * @param pdf the file
   */
  public record Printed(LocalDate from, byte[] pdf) {}

  /**
   * The statement.
   *
   * @throws ProblemException {@code resource.not-found}
   */
  public Printed print(Caller caller, UUID statementId) {
    StatementDocument document =
        Objects.requireNonNull(
            transaction.execute(status -> read(caller.accountId(), statementId)));
    return new Printed(document.statement().draft().period().from(), StatementPdf.of(document));
  }

  private StatementDocument read(UUID accountId, UUID statementId) {
    IssuedStatement statement =
        statements
            .find(accountId, statementId)
            .orElseThrow(() ->
                new ProblemException(CommonError.NOT_FOUND, "Your company has no such statement."));
    Set<UUID> users =
        statement.draft().lines().stream()
            .map(StatementLine::userId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return new StatementDocument(
        statement,
        names.ofCompany(accountId).orElse(null),
        names.ofUsers(accountId, List.copyOf(users)),
        accounts.account(accountId).orElseThrow().zone());
  }
}
