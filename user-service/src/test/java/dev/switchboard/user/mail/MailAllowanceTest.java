package dev.switchboard.user.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.testing.AtOnce;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.Users;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** J: caps on mails that people trigger by hand. */
class MailAllowanceTest extends UserServiceTest {
  @Autowired private MailAllowance allowance;
  @Autowired private JdbcClient jdbc;
  @Autowired private Users users;
  @Autowired private Clock serviceClock;
  @Autowired private MailProperties properties;
  @Autowired private PlatformTransactionManager transactions;

  private Company company;
  private AccountId account;
  private UserId admin;
  private final UserId recipient = new UserId(UUID.randomUUID());

  @BeforeEach
  void signUp() {
    company = companies.signUp(2, 0, 0);
    account = new AccountId(company.accountId());
    admin = new UserId(company.adminId());
  }

  @Test
  @DisplayName("J 10 mails a day to one person, whoever triggers them; the next window begins anew")
  void perRecipient() {
    for (int mail = 1; mail <= 10; mail++) {
      assertThat(tryTake(mail % 2 == 0 ? null : admin, recipient)).isTrue();
      clock.advance(Duration.ofMinutes(10));
    }
    assertThat(tryTake(null, recipient)).isFalse();
    assertThat(tryTake(admin, new UserId(UUID.randomUUID()))).as("another person").isTrue();

    clock.advance(Duration.ofHours(24).minusMinutes(101));
    assertThat(tryTake(admin, recipient)).isFalse();
    clock.advance(Duration.ofMinutes(2));
    assertThat(tryTake(admin, recipient)).isTrue();
    assertThat(taken("RECIPIENT", recipient.value())).isEqualTo(1);
  }

  @Test
  @DisplayName("J a refusal has its code and says when the window is over")
  void refusal() {
    fill("RECIPIENT", recipient.value(), 10, Duration.ofHours(20));

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> take(admin, recipient))
        .matches(problem -> problem.error() == MailError.LIMIT)
        .satisfies(problem ->
            assertThat(problem.retryAfter())
                .isBetween(Duration.ofMinutes(239), Duration.ofMinutes(241)));
  }

  @ParameterizedTest
  @DisplayName("J at the limit, 32 at once get what is left and never more")
  @CsvSource({"RECIPIENT, 8", "ADMIN, 298", "ACCOUNT, 518"})
  void atOnce(String scope, int already) {
    fill(
        scope,
        switch (scope) {
          case "RECIPIENT" -> recipient.value();
          case "ADMIN" -> admin.value();
          default -> account.value();
        },
        already,
        Duration.ofHours(1));

    var taken =
        AtOnce.run(
            32,
            i ->
                tryTake(
                    admin, scope.equals("RECIPIENT") ? recipient : new UserId(UUID.randomUUID())));

    assertThat(taken).filteredOn(Boolean::booleanValue).hasSize(2);
  }

  @Test
  @DisplayName("J an account may have 500 a day and 20 for each of its people")
  void accountGrows() {
    fill("ACCOUNT", account.value(), 520, Duration.ofHours(1));
    assertThat(tryTake(admin, recipient)).isFalse();

    company.invited(Company.newEmail("second"), "BASIC");

    assertThat(tryTake(admin, recipient)).isTrue();
  }

  @Test
  @DisplayName("J what one cap refuses counts at no other; nor what is rolled back")
  void refusedIsNotTaken() {
    fill("ACCOUNT", account.value(), 520, Duration.ofHours(1));
    assertThat(tryTake(admin, recipient)).isFalse();
    assertThat(taken("RECIPIENT", recipient.value())).isZero();
    assertThat(taken("ADMIN", admin.value())).isZero();

    fill("ACCOUNT", account.value(), 1, Duration.ofHours(1));
    inTransaction(true, () -> assertThat(allowance.tryTake(account, admin, recipient)).isTrue());
    assertThat(taken("RECIPIENT", recipient.value())).isZero();
    assertThat(taken("ACCOUNT", account.value())).isEqualTo(1);
  }

  @Test
  @DisplayName("J a refusal that nobody may learn of leaves the transaction as it is")
  void refusalLeavesTheTransaction() {
    fill("ADMIN", admin.value(), 300, Duration.ofHours(1));
    inTransaction(
        false,
        () -> {
          assertThat(allowance.tryTake(account, admin, recipient)).isFalse();
          assertThat(allowance.tryTake(account, null, recipient)).isTrue();
        });
    assertThat(taken("RECIPIENT", recipient.value())).isEqualTo(1);
    assertThat(taken("ADMIN", admin.value())).isEqualTo(300);
  }

  @Test
  @DisplayName("J a service that starts anew goes on counting where it was")
  void survivesRestart() {
    fill("RECIPIENT", recipient.value(), 10, Duration.ofHours(1));
    MailAllowance startedAnew =
        new MailAllowance(jdbc, users, serviceClock, properties, transactions);

    assertThat(Tenancy.as(account.value(), () -> startedAnew.tryTake(account, admin, recipient)))
        .isFalse();
  }

  @Test
  @DisplayName("J another account has its own caps")
  void perAccount() {
    Company other = companies.signUp(1, 0, 0);
    fill("ACCOUNT", account.value(), 520, Duration.ofHours(1));

    assertThat(
            Tenancy.as(
                other.accountId(),
                () ->
                    allowance.tryTake(
                        new AccountId(other.accountId()), new UserId(other.adminId()), recipient)))
        .isTrue();
  }

  @Test
  @DisplayName("J windows that are over are forgotten")
  void clean() {
    fill("RECIPIENT", recipient.value(), 10, Duration.ofHours(25));
    fill("ADMIN", admin.value(), 3, Duration.ofHours(23));

    allowance.clean();

    assertThat(taken("RECIPIENT", recipient.value())).isZero();
    assertThat(taken("ADMIN", admin.value())).isEqualTo(3);
  }

  @Test
  @DisplayName(
      "J, D4 an invitation that may not be sent again now answers 429, and nothing happens")
  void resendIsRefused() {
    UUID user = company.invited(Company.newEmail("bombed"), "BASIC");
    company.occupySeat(user, "BASIC", 1);
    linkSecret(user, 1);
    clock.advance(Duration.ofSeconds(61));
    fill("RECIPIENT", user, 10, Duration.ofHours(1));

    MockHttpServletResponse refused =
        post("/api/v1/users/" + user + "/invitations", Map.of(), company.asAdmin());

    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(code(refused)).isEqualTo("mail.limit");
    assertThat(Long.parseLong(String.valueOf(refused.getHeader("Retry-After"))))
        .isBetween(82_000L, 82_900L);
    assertThat(
            database()
                .sql("select count(*) from invitation where user_id = ?")
                .param(user)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(
            database()
                .sql("select count(*) from audit_entry where subject_id = ? and action = ?")
                .params(user.toString(), "invitation.resent")
                .query(Integer.class)
                .single())
        .isZero();
  }

  private boolean tryTake(@Nullable UserId by, UserId to) {
    return Tenancy.as(account.value(), () -> allowance.tryTake(account, by, to));
  }

  private void take(@Nullable UserId by, UserId to) {
    Tenancy.as(account.value(), () -> allowance.take(account, by, to));
  }

  private void inTransaction(boolean rollBack, Runnable work) {
    Tenancy.as(
        account.value(),
        () ->
            new TransactionTemplate(transactions)
                .executeWithoutResult(status -> {
                  work.run();
                  if (rollBack) {
                    status.setRollbackOnly();
                  }
                }));
  }

  private void fill(String scope, UUID holder, int taken, Duration ago) {
    database()
        .sql(
            """
            insert into mail_allowance (account_id, scope, holder, began_at, taken) values (?, ?, ?, ?, ?)
            on conflict (account_id, scope, holder) do update set taken = excluded.taken
            """)
        .params(
            account.value(),
            scope,
            holder,
            clock.instant().minus(ago).atOffset(ZoneOffset.UTC),
            taken)
        .update();
  }

  private int taken(String scope, UUID holder) {
    return database()
        .sql("select coalesce(sum(taken), 0) from mail_allowance where scope = ? and holder = ?")
        .params(scope, holder)
        .query(Integer.class)
        .single();
  }
}
