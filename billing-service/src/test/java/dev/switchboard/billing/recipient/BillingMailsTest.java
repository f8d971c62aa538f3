package dev.switchboard.billing.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.billing.testing.Admins;
import dev.switchboard.billing.testing.BillingTest;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.platform.time.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class BillingMailsTest extends BillingTest {
  private static final Instant PAY_BY = Instant.parse("2026-11-16T14:03:05.120Z");
  private static final MailedCard VISA = new MailedCard("Visa", "4242");

  private Account account = newAccount(0);
  private Admins admins = new Admins(topics, account);

  @Autowired private BillingMails billingMails;
  @Autowired private TransactionOperations transaction;

  @BeforeEach
  void signUp() {
    account = signUp(0, "BASIC");
    admins = new Admins(topics, account);
  }

  @Test
  @DisplayName("J1 E5 each active admin is told of a statement, in his language and time zone")
  void statement() {
    UUID second = Ids.next();
    UUID suspended = Ids.next();
    UUID user = Ids.next();
    admins.signUp();
    admins.tell("user.role-changed", second, 3, "ADMIN", "ACTIVE");
    awaitTaken(admins.tell("user.suspended", suspended, 4, "ADMIN", "SUSPENDED"));
    awaitTaken(admins.tell("user.joined", user, 2, "USER", "ACTIVE"));

    tell(() -> billingMails.statementIssued(statement(account, VISA)));

    JsonNode mail = only(account.admin());
    assertThat(mail.path("template").asString()).isEqualTo("statement-issued");
    assertThat(mail.path("language").asString()).isEqualTo("fr");
    assertThat(mail.path("to").path("email").asString()).isEqualTo(Admins.email(account.admin()));
    assertThat(mail.path("to").path("name").asString()).isEqualTo("Ada Łukasik");
    assertThat(mail.path("to").path("timeZone").asString()).isEqualTo("America/New_York");
    JsonNode model = mail.path("model");
    assertThat(model.path("firstName").asString()).isEqualTo("Ada");
    assertThat(model.path("companyName").asString()).isEqualTo("Harbor Light Books");
    assertThat(model.path("from").asString()).isEqualTo("2026-11-02");
    assertThat(model.path("to").asString()).isEqualTo("2026-12-01");
    assertThat(model.path("total").path("amountCents").asLong()).isEqualTo(8994);
    assertThat(model.path("due").path("amountCents").asLong()).isEqualTo(8494);
    assertThat(model.path("card").path("lastFour").asString()).isEqualTo("4242");
    assertThat(model.path("payBy").asString()).isEqualTo(PAY_BY.toString());
    assertThat(only(second).path("mailId")).isNotEqualTo(mail.path("mailId"));
    assertThat(mails(suspended)).isEmpty();
    assertThat(mails(user)).isEmpty();
  }

  @Test
  @DisplayName("J1 E7 a failed payment is one mail for each try; told again it is the same mail")
  void paymentFailed() {
    awaitTaken(admins.signUp());
    UUID statement = Ids.next();

    tell(() -> billingMails.paymentFailed(failed(statement, 1, PAY_BY)));
    tell(() -> billingMails.paymentFailed(failed(statement, 1, PAY_BY)));
    tell(() -> billingMails.paymentFailed(failed(statement, 2, null)));

    List<JsonNode> mails = mails(account.admin());
    assertThat(mails).hasSize(3);
    assertThat(mails.get(0).path("mailId")).isEqualTo(mails.get(1).path("mailId"));
    assertThat(mails.get(0).path("mailId")).isNotEqualTo(mails.get(2).path("mailId"));
    assertThat(mails.get(0).path("model").path("reason").asString()).isEqualTo("CARD_DECLINED");
    assertThat(mails.get(0).path("model").path("nextTryAt").asString())
        .isEqualTo(PAY_BY.toString());
    assertThat(mails.get(2).path("model").has("nextTryAt")).isFalse();
  }

  @Test
  @DisplayName("J1 E7 an account that becomes past due is told once each time")
  void pastDue() {
    awaitTaken(admins.signUp());
    PastDueMail first = new PastDueMail(account.id(), 17488, "USD", PAY_BY);
    PastDueMail later = new PastDueMail(account.id(), 1, "USD", PAY_BY.plusSeconds(1));

    tell(() -> List.of(first, first, later).forEach(billingMails::accountPastDue));

    assertThat(mails(account.admin()).stream().map(mail -> mail.path("mailId")).distinct())
        .hasSize(2);
    JsonNode model = mails(account.admin()).getFirst().path("model");
    assertThat(model.path("due").path("amountCents").asLong()).isEqualTo(17488);
    assertThat(model.path("since").asString()).isEqualTo(PAY_BY.toString());
  }

  @Test
  @DisplayName("E8 a transaction that is undone has told nobody, and none is needed to tell")
  void undone() {
    awaitTaken(admins.signUp());

    Tenancy.asSystem(() ->
        transaction.executeWithoutResult(status -> {
          billingMails.statementIssued(statement(account, null));
          status.setRollbackOnly();
        }));

    assertThat(mails(account.admin())).isEmpty();
    assertThatThrownBy(() -> billingMails.statementIssued(statement(account, null)))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  @DisplayName(
      "J1 an account without an active admin is warned of, fails nothing and waits for none")
  void nobodyActive(CapturedOutput output) {
    Account other = signUp(0, "BASIC");
    awaitTaken(new Admins(topics, other).signUp());
    awaitTaken(admins.tell("user.suspended", account.admin(), 2, "ADMIN", "SUSPENDED"));

    tell(() ->
        billingMails.statementsIssued(List.of(statement(account, null), statement(other, null))));

    assertThat(mails(account.admin())).isEmpty();
    assertThat(mails(other.admin())).hasSize(1);
    assertThat(output.getAll()).containsOnlyOnce("no admin of account " + account.id());
    assertThat(waiting(account)).isZero();
  }

  @Test
  @DisplayName("J1 A1 a statement that is issued before its admin is known waits for him")
  void waits() {
    Account other = signUp(0, "BASIC");
    StatementMail mail = statement(account, null);
    tell(() -> billingMails.statementIssued(mail));
    tell(() -> billingMails.statementIssued(mail));
    assertThat(waiting(account)).isEqualTo(1);
    awaitTaken(new Admins(topics, other).signUp());
    awaitTaken(admins.tell("user.joined", Ids.next(), 2, "USER", "ACTIVE"));
    assertThat(waiting(account)).isEqualTo(1);

    awaitTaken(admins.signUp());

    JsonNode model = only(account.admin()).path("model");
    assertThat(model.path("statementId").asString()).isEqualTo(mail.statementId().toString());
    assertThat(model.path("due").path("amountCents").asLong()).isEqualTo(8494);
    assertThat(waiting(account)).isZero();
    assertThat(mails(other.admin())).isEmpty();
    awaitTaken(admins.tell("user.changed", account.admin(), 2, "ADMIN", "ACTIVE"));
    assertThat(mails(account.admin())).hasSize(1);
  }

  @Test
  @DisplayName(
      "J1 E8 thirty-two who tell at once while the admin becomes known: one mail, and it goes out")
  void race() throws Exception {
    StatementMail mail = statement(account, null);
    List<Future<?>> told = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
      for (int i = 0; i < 32; i++) {
        told.add(threads.submit(() -> tell(() -> billingMails.statementIssued(mail))));
        if (i == 16) {
          admins.signUp();
        }
      }
    }
    for (Future<?> each : told) {
      each.get();
    }
    awaitTaken(admins.tell("user.suspended", account.admin(), 2, "ADMIN", "SUSPENDED"));

    assertThat(waiting(account)).isZero();
    assertThat(mails(account.admin()).stream().map(each -> each.path("mailId")).distinct())
        .hasSize(1);
  }

  @Test
  @DisplayName("E8 the statements of two hundred accounts are told in one step")
  void many() {
    List<Account> accounts = new ArrayList<>();
    List<UUID> events = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Account each = newAccount(0);
      accounts.add(each);
      events.add(tell(each, "BASIC"));
      events.add(new Admins(topics, each).signUp());
    }
    events.forEach(this::awaitTaken);

    tell(() ->
        billingMails.statementsIssued(
            accounts.stream().map(each -> statement(each, VISA)).toList()));

    assertThat(accounts).allSatisfy(each -> assertThat(mails(each.admin())).hasSize(1));
  }

  private void tell(Runnable work) {
    Tenancy.asSystem(() -> transaction.executeWithoutResult(status -> work.run()));
    await("sent", () -> count("select count(*) from outbox") == 0);
  }

  private List<JsonNode> mails(UUID user) {
    return topics.all("notification.commands.v1", user.toString()).stream()
        .map(TestTopics.Event::data)
        .toList();
  }

  private JsonNode only(UUID user) {
    assertThat(mails(user)).hasSize(1);
    return mails(user).getFirst();
  }

  private long waiting(Account of) {
    return count("select count(*) from waiting_notice where account_id = ?", of.id());
  }

  private static StatementMail statement(Account of, @Nullable MailedCard card) {
    return new StatementMail(
        of.id(),
        Ids.next(),
        LocalDate.parse("2026-11-02"),
        LocalDate.parse("2026-12-01"),
        8994,
        8494,
        "USD",
        card,
        PAY_BY);
  }

  private PaymentFailedMail failed(UUID statement, int attempt, @Nullable Instant nextTryAt) {
    return new PaymentFailedMail(
        account.id(), statement, attempt, 8494, "USD", VISA, "CARD_DECLINED", nextTryAt, PAY_BY);
  }
}
