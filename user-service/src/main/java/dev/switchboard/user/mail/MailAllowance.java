package dev.switchboard.user.mail;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.Users;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * J: caps on the mails that people trigger by hand (an invitation again, a password reset, another
 * address), per recipient, admin and account. Each is one row that counts and judges in the same
 * statement, in the transaction of the mail: what is refused or rolled back was not taken.
 */
@Component
public class MailAllowance {
  private static final String TAKE =
      """
      insert into mail_allowance as m (account_id, scope, holder, began_at, taken)
      select :account, :scope, :holder, :now, 1 where :most > 0
      on conflict (account_id, scope, holder) do update set
        began_at = case when m.began_at <= :over then :now else m.began_at end,
        taken = case when m.began_at <= :over then 1 else m.taken + 1 end
      where m.began_at <= :over or m.taken < :most
      """;

  private final JdbcClient jdbc;
  private final Users users;
  private final Clock clock;
  private final MailProperties properties;
  private final TransactionTemplate savepoint;

  MailAllowance(
      JdbcClient jdbc,
      Users users,
      Clock clock,
      MailProperties properties,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.users = users;
    this.clock = clock;
    this.properties = properties;
    this.savepoint = new TransactionTemplate(transactions);
    this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  private enum Scope {
    RECIPIENT,
    ADMIN,
    ACCOUNT
  }

  /**
   * Takes one mail, within the transaction that asks for it.
   *
   * @param adminId who triggers it, or null when nobody is signed in
   * @throws ProblemException {@code mail.limit}
   */
  public void take(AccountId accountId, @Nullable UserId adminId, UserId recipientId) {
    refusedFor(accountId, adminId, recipientId)
        .ifPresent(wait -> {
          throw new ProblemException(
                  MailError.LIMIT, "So many mails were sent that some have to wait.")
              .retryAfter(wait);
        });
  }

  /** The same, where nobody may learn that there was no mail: false, and nothing was taken. */
  public boolean tryTake(AccountId accountId, @Nullable UserId adminId, UserId recipientId) {
    return refusedFor(accountId, adminId, recipientId).isEmpty();
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT12M")
  void clean() {
    Tenancy.asSystem(() ->
        savepoint.executeWithoutResult(status ->
            jdbc.sql("delete from mail_allowance where began_at <= ?")
                .param(utc(clock.instant().minus(properties.window())))
                .update()));
  }

  /** How long to wait, if any scope refuses; then none of them has counted. */
  private Optional<Duration> refusedFor(
      AccountId accountId, @Nullable UserId adminId, UserId recipientId) {
    return savepoint.execute(status -> {
      // Always in this order, so that no two wait for each other.
      Optional<Duration> wait =
          take(accountId, Scope.RECIPIENT, recipientId.value(), properties.perRecipient())
              .or(() ->
                  adminId == null
                      ? Optional.empty()
                      : take(accountId, Scope.ADMIN, adminId.value(), properties.perAdmin()))
              .or(() -> takeOfAccount(accountId));
      if (wait.isPresent()) {
        status.setRollbackOnly();
      }
      return wait;
    });
  }

  /** How many people it has matters only when the part that all accounts have is used up. */
  private Optional<Duration> takeOfAccount(AccountId accountId) {
    Supplier<Integer> whole =
        () -> properties.perAccount() + properties.perAccountAndUser() * users.count(accountId);
    return take(accountId, Scope.ACCOUNT, accountId.value(), properties.perAccount())
        .flatMap(wait -> take(accountId, Scope.ACCOUNT, accountId.value(), whole.get()));
  }

  private Optional<Duration> take(AccountId accountId, Scope scope, UUID holder, int most) {
    Instant now = clock.instant();
    int taken =
        jdbc.sql(TAKE)
            .param("account", accountId.value())
            .param("scope", scope.name())
            .param("holder", holder)
            .param("now", utc(now))
            .param("over", utc(now.minus(properties.window())))
            .param("most", most)
            .update();
    return taken == 1 ? Optional.empty() : Optional.of(waitFor(accountId, scope, holder, now));
  }

  private Duration waitFor(AccountId accountId, Scope scope, UUID holder, Instant now) {
    return jdbc.sql(
            "select began_at from mail_allowance where account_id = ? and scope = ? and holder = ?")
        .params(accountId.value(), scope.name(), holder)
        .query(OffsetDateTime.class)
        .optional()
        .map(began -> Duration.between(now, began.toInstant().plus(properties.window())))
        .orElse(properties.window())
        .plusMillis(999);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
