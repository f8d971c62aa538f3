package dev.switchboard.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.issued.IssueStatements;
import dev.switchboard.billing.testing.FakeProvider.Does;
import dev.switchboard.billing.testing.PayingTest;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.testing.TestTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** The account has one statement, of the month that began with its sign-up. */
class CollectPaymentsTest extends PayingTest {
  private static final Duration BETWEEN = Duration.ofHours(112); // a third of 14 days

  @Autowired private IssueStatements issueStatements;
  @Autowired private CollectPayments collectPayments;
  @Autowired private SettlePayment settlePayment;
  @Autowired private Payments payments;
  @Autowired private TransactionOperations transaction;

  private UUID statementId = new UUID(0, 0);

  @BeforeEach
  void issue() {
    clock.hold();
    issueStatements.run(Instant.parse("2026-11-02T14:03:05.120Z"));
    statementId = newestStatementId();
  }

  @Test
  @DisplayName("E7 a statement is charged to the card, once, and told as paid")
  void paid() {
    enterCard(Does.SUCCEED);
    collectPayments.run();
    collectPayments.run();

    assertThat(provider.taken(statementId)).isEqualTo(1);
    assertThat(payment().path("state").asString()).isEqualTo("PAID");
    assertThat(payment().path("due").path("amountCents").asInt()).isEqualTo(2999 + 2 * 1499);
    assertThat(toldOfStatements())
        .extracting(TestTopics.Event::type)
        .containsExactly("statement.issued", "statement.paid");
    assertThat(toldOfStatements().getLast().data().path("statementId").asString())
        .isEqualTo(statementId.toString());
  }

  @Test
  @DisplayName("E7 a try whose card is forgotten meanwhile has failed, and is not tried for ever")
  void cardIsForgotten() {
    enterCard(Does.LOSE_REQUEST);
    collectPayments.run();
    assertThat(openTries()).isEqualTo(1);
    provider.forget("cus-" + account.id());
    database().sql("delete from payment_method where account_id = ?").param(account.id()).update();

    clock.advance(Duration.ofMinutes(3));
    collectPayments.run();

    assertThat(openTries()).isZero();
    assertThat(payment().path("failure").asString()).isEqualTo("NO_CARD");
    assertThat(provider.taken(statementId)).isZero();
  }

  @Test
  @DisplayName(
      "E7 a card that is declined is tried four times in fourteen days; then the account is past due")
  void declined() {
    enterCard(Does.DECLINE);
    for (int tries = 1; tries <= 3; tries++) {
      collectPayments.run();
      assertThat(payment().path("state").asString()).isEqualTo("ISSUED");
      assertThat(payment().path("tries").asInt()).isEqualTo(tries);
      assertThat(payment().path("failure").asString()).isEqualTo("CARD_DECLINED");
      clock.advance(BETWEEN.minusMinutes(1));
      collectPayments.run();
      assertThat(payment().path("tries").asInt()).as("not before its time").isEqualTo(tries);
      clock.advance(Duration.ofMinutes(1));
    }
    assertThat(standing()).isEqualTo("ACTIVE");

    collectPayments.run();

    assertThat(payment().path("state").asString()).isEqualTo("PAST_DUE");
    assertThat(payment().path("tries").asInt()).isEqualTo(4);
    assertThat(standing()).isEqualTo("PAST_DUE");
    assertThat(toldStanding()).isEqualTo("PAST_DUE");
    assertThat(toldOfStatements())
        .extracting(TestTopics.Event::type)
        .containsExactly(
            "statement.issued",
            "statement.payment-failed",
            "statement.payment-failed",
            "statement.payment-failed",
            "statement.past-due");
    assertThat(toldOfStatements())
        .extracting(event -> event.data().path("version").asInt())
        .containsExactly(1, 2, 3, 4, 5);
    clock.advance(Duration.ofDays(60));
    collectPayments.run();
    assertThat(payment().path("tries").asInt()).as("no try by itself any more").isEqualTo(4);
    assertThat(provider.taken(statementId)).isZero();
  }

  @Test
  @DisplayName("E7 without a card the tries count too, and the account is past due in the end")
  void noCard() {
    pastDueWithoutCard();

    assertThat(payment().path("failure").asString()).isEqualTo("NO_CARD");
    assertThat(standing()).isEqualTo("PAST_DUE");
  }

  @Test
  @DisplayName("E7 a new card is charged at once, and the account may buy again")
  void recovers() {
    pastDueWithoutCard();

    enterCard(Does.SUCCEED);
    collectPayments.run();

    assertThat(provider.taken(statementId)).isEqualTo(1);
    assertThat(payment().path("state").asString()).isEqualTo("PAID");
    assertThat(standing()).isEqualTo("ACTIVE");
    assertThat(toldStanding()).isEqualTo("ACTIVE");
  }

  @Test
  @DisplayName("E7 a new card that is declined too leaves it past due, and uses up no try")
  void recoversNot() {
    pastDueWithoutCard();

    enterCard(Does.DECLINE);
    collectPayments.run();

    assertThat(payment().path("state").asString()).isEqualTo("PAST_DUE");
    assertThat(payment().path("failure").asString()).isEqualTo("CARD_DECLINED");
    assertThat(payment().path("tries").asInt()).isEqualTo(4);
    assertThat(toldStanding()).isEqualTo("PAST_DUE");
  }

  @Test
  @DisplayName("E7 one of two statements past due: the account is until both are paid")
  void twoStatements() {
    pastDueWithoutCard();
    issueStatements.run(clock.instant().plus(Duration.ofDays(20)));
    UUID second = newestStatementId();
    assertThat(second).isNotEqualTo(statementId);

    provider.fallSilent("pay-" + statementId);
    enterCard(Does.SUCCEED);
    collectPayments.run();
    assertThat(newestStatement().path("payment").path("state").asString()).isEqualTo("PAID");
    assertThat(standing()).isEqualTo("PAST_DUE");

    provider.answerAgain("pay-" + statementId);
    clock.advance(Duration.ofMinutes(1));
    collectPayments.run();
    assertThat(standing()).isEqualTo("ACTIVE");
  }

  @Test
  @DisplayName(
      "E7 a card whose owner must confirm can't be charged alone: the try fails, and says so")
  void needsAction() {
    enterCard(Does.NEED_ACTION);
    collectPayments.run();

    assertThat(payment().path("state").asString()).isEqualTo("ISSUED");
    assertThat(payment().path("failure").asString()).isEqualTo("NEEDS_ACTION");
    assertThat(payment().path("tries").asInt()).isEqualTo(1);
  }

  @Test
  @DisplayName("E7 a card that is entered while a try is under way is tried at once")
  void enteredMeanwhile() {
    Payment underWay =
        Tenancy.as(
                account.id(),
                () -> transaction.execute(status -> payments.find(account.id(), statementId)))
            .orElseThrow();
    enterCard(Does.SUCCEED);
    Tenancy.as(
        account.id(), () -> settlePayment.failed(underWay, null, Failure.NO_CARD, Actor.system()));
    assertThat(payment().path("failure").asString()).isEqualTo("NO_CARD");

    collectPayments.run();

    assertThat(payment().path("state").asString()).isEqualTo("PAID");
    assertThat(provider.taken(statementId)).isEqualTo(1);
  }

  @Test
  @DisplayName("E7 E8 the provider took the money and its answer was lost: paid, and charged once")
  void answerLost() {
    enterCard(Does.LOSE_ANSWER);
    collectPayments.run();
    assertThat(payment().path("state").asString()).isEqualTo("ISSUED");
    assertThat(payment().path("tries").asInt()).as("not known is not failed").isZero();

    clock.advance(Duration.ofSeconds(31));
    collectPayments.run();

    assertThat(payment().path("state").asString()).isEqualTo("PAID");
    assertThat(provider.taken(statementId)).isEqualTo(1);
  }

  @Test
  @DisplayName("E7 a provider that is silent for a week costs no try and makes nobody past due")
  void providerDown() {
    enterCard(Does.SUCCEED);
    provider.fallSilent(account.id().toString());
    for (int hour = 0; hour < 24 * 20; hour += 12) {
      collectPayments.run();
      clock.advance(Duration.ofHours(12));
    }
    assertThat(payment().path("tries").asInt()).isZero();
    assertThat(standing()).isEqualTo("ACTIVE");

    provider.answerAgain(account.id().toString());
    collectPayments.run();
    assertThat(payment().path("state").asString()).isEqualTo("PAID");
  }

  private void pastDueWithoutCard() {
    for (int tries = 0; tries < 4; tries++) {
      collectPayments.run();
      clock.advance(BETWEEN);
    }
    assertThat(payment().path("state").asString()).isEqualTo("PAST_DUE");
  }

  private JsonNode payment() {
    return ok(call("GET", "/api/v1/statements/" + statementId, null, null)).path("payment");
  }

  private String standing() {
    return ok(call("GET", "/api/v1/billing-account", null, null)).path("standing").asString();
  }

  private long openTries() {
    return count(
        "select count(*) from payment_attempt where statement_id = ? and ended_at is null",
        statementId);
  }
}
