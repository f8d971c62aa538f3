package dev.switchboard.billing.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.billing.provider.Outcome;
import dev.switchboard.billing.provider.Outcome.Reason;
import dev.switchboard.billing.provider.PaymentProvider;
import dev.switchboard.billing.provider.PaymentProvider.Card;
import dev.switchboard.billing.provider.PaymentProvider.CardPage;
import dev.switchboard.billing.provider.ProviderRefusalException;
import dev.switchboard.billing.provider.ProviderUnavailableException;
import dev.switchboard.paymentprovider.TestCard;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeProviderTest extends StripeTest {

  @Test
  @DisplayName("E7 an account is registered once; the same ids open and prepare the same things")
  void sameIdsSameThings() {
    UUID accountId = UUID.randomUUID();
    String customer = provider.register(accountId);
    assertThat(provider.register(accountId)).isEqualTo(customer);
    assertThat(provider.register(UUID.randomUUID())).isNotEqualTo(customer);

    UUID setupId = UUID.randomUUID();
    CardPage page = provider.openCardPage(setupId, customer, DONE, CANCELLED);
    assertThat(provider.openCardPage(setupId, customer, DONE, CANCELLED)).isEqualTo(page);

    UUID paymentId = UUID.randomUUID();
    String payment = provider.prepare(paymentId, customer, 2998, "USD");
    assertThat(provider.prepare(paymentId, customer, 2998, "USD")).isEqualTo(payment);
    assertThat(provider.look(payment)).isEqualTo(new Outcome.Open());

    assertThat(stripe.calls())
        .contains(
            "POST /v1/customers customer-" + accountId,
            "POST /v1/checkout/sessions setup-" + setupId,
            "POST /v1/payment_intents payment-" + paymentId);
    assertThat(stripe.versions()).containsOnly(StripeApi.VERSION);
  }

  @Test
  @DisplayName("E7 what comes of a card is its token, brand, last four digits and expiry")
  void entersCard() {
    String customer = provider.register(UUID.randomUUID());
    CardPage page = provider.openCardPage(UUID.randomUUID(), customer, DONE, CANCELLED);
    assertThat(provider.enteredCard(page.pageId())).isEmpty();

    assertThat(holder.enter(page.url(), TestCard.SUCCEEDS_MASTERCARD)).isEqualTo(DONE);

    Card card = provider.enteredCard(page.pageId()).orElseThrow();
    assertThat(card).isEqualTo(new Card(card.token(), "mastercard", "4444", 12, 2034));
    assertThat(card.token()).startsWith("pm_");
  }

  @Test
  @DisplayName("E7 an account that is forgotten is gone with its card; twice is no error")
  void forgets() {
    Prepared prepared = prepare(TestCard.SUCCEEDS);
    String customer = prepared.customer();

    provider.forget(customer);
    provider.forget(customer);

    assertThatThrownBy(() -> provider.prepare(UUID.randomUUID(), customer, 2998, "USD"))
        .isInstanceOf(ProviderRefusalException.class);
    assertThatThrownBy(
            () -> provider.charge(prepared.payment(), prepared.card(), UUID.randomUUID()))
        .isInstanceOf(ProviderRefusalException.class);
    assertThat(server.charges()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("E7 a card that succeeds is charged once, with amount, currency and our id")
  @EnumSource(names = {"SUCCEEDS", "SUCCEEDS_MASTERCARD"})
  void succeeds(TestCard card) {
    String customer = provider.register(UUID.randomUUID());
    String token = newCard(customer, card);
    UUID paymentId = UUID.randomUUID();
    String payment = provider.prepare(paymentId, customer, 2998, "USD");
    assertThat(server.charges()).isEmpty();

    assertThat(provider.charge(payment, token, UUID.randomUUID())).isEqualTo(new Outcome.Taken());

    assertThat(provider.look(payment)).isEqualTo(new Outcome.Taken());
    assertThat(provider.charge(payment, token, UUID.randomUUID()))
        .as("another try, of what is paid")
        .isEqualTo(new Outcome.Taken());
    assertThat(server.charges())
        .singleElement()
        .satisfies(charge -> {
          assertThat(charge.amount()).isEqualTo(2998);
          assertThat(charge.currency()).isEqualTo("usd");
          assertThat(charge.metadata()).containsEntry("payment_id", paymentId.toString());
        });
  }

  @ParameterizedTest
  @DisplayName("E7 a decline has its reason, also later; another card may pay the same payment")
  @CsvSource({"DECLINES, CARD_DECLINED", "INSUFFICIENT_FUNDS, INSUFFICIENT_FUNDS"})
  void declines(TestCard card, Reason reason) {
    Prepared prepared = prepare(card);
    UUID attempt = UUID.randomUUID();
    Outcome declined = new Outcome.Declined(reason);

    assertThat(provider.charge(prepared.payment(), prepared.card(), attempt)).isEqualTo(declined);
    assertThat(provider.charge(prepared.payment(), prepared.card(), attempt)).isEqualTo(declined);
    assertThat(provider.look(prepared.payment())).isEqualTo(declined);
    assertThat(server.charges()).isEmpty();

    String other = newCard(prepared.customer(), TestCard.SUCCEEDS);
    assertThat(provider.charge(prepared.payment(), other, UUID.randomUUID()))
        .isEqualTo(new Outcome.Taken());
    assertThat(server.charges()).hasSize(1);
  }

  @ParameterizedTest
  @DisplayName("E7 a card that needs action: not taken while nobody is there, then by its owner")
  @ValueSource(booleans = {true, false})
  void needsAction(boolean confirms) {
    Prepared prepared = prepare(TestCard.NEEDS_ACTION);
    Outcome anew = new Outcome.NeedsAction(null);

    assertThat(provider.charge(prepared.payment(), prepared.card(), UUID.randomUUID()))
        .isEqualTo(anew);
    assertThat(provider.look(prepared.payment())).isEqualTo(anew);

    UUID attempt = UUID.randomUUID();
    Outcome waiting = provider.chargePresent(prepared.payment(), prepared.card(), attempt, DONE);
    assertThat(waiting).isInstanceOf(Outcome.NeedsAction.class);
    assertThat(provider.chargePresent(prepared.payment(), prepared.card(), attempt, DONE))
        .isEqualTo(waiting);
    assertThat(provider.look(prepared.payment())).isEqualTo(waiting);
    URI page = ((Outcome.NeedsAction) waiting).page();
    assertThat(page).isNotNull();
    assertThat(server.charges()).isEmpty();

    URI back = confirms ? holder.confirm(page) : holder.refuse(page);

    assertThat(back.toString()).startsWith(DONE.toString());
    assertThat(provider.look(prepared.payment()))
        .isEqualTo(confirms ? new Outcome.Taken() : new Outcome.Declined(Reason.CARD_DECLINED));
    assertThat(server.charges()).hasSize(confirms ? 1 : 0);
  }

  @Test
  @DisplayName("E7 with its owner there, a card that needs no action is charged at once")
  void presentWithoutAction() {
    Prepared prepared = prepare(TestCard.SUCCEEDS);
    assertThat(provider.chargePresent(prepared.payment(), prepared.card(), UUID.randomUUID(), DONE))
        .isEqualTo(new Outcome.Taken());
  }

  @Test
  @DisplayName("E7 the card that loses its answer: the charge is asked once, the repetition tells")
  void losesAnswer() {
    Prepared prepared = prepare(TestCard.LOSES_ANSWER);
    UUID attempt = UUID.randomUUID();

    assertThatThrownBy(() -> provider.charge(prepared.payment(), prepared.card(), attempt))
        .isInstanceOf(ProviderUnavailableException.class);
    assertThat(server.charges()).as("taken all the same").hasSize(1);
    assertThat(stripe.calls()).filteredOn(call -> call.endsWith("attempt-" + attempt)).hasSize(1);

    assertThat(provider.charge(prepared.payment(), prepared.card(), attempt))
        .isEqualTo(new Outcome.Taken());
    assertThat(provider.look(prepared.payment())).isEqualTo(new Outcome.Taken());
    assertThat(server.charges()).hasSize(1);
  }

  @ParameterizedTest
  @DisplayName("E7 no answer to a charge that can be used: unknown, and the repetition takes once")
  @EnumSource(FaultyStripe.Fault.class)
  void chargeWithoutAnswer(FaultyStripe.Fault fault) {
    Prepared prepared = prepare(TestCard.SUCCEEDS);
    UUID attempt = UUID.randomUUID();
    PaymentProvider asked = fault == FaultyStripe.Fault.SLOW ? impatientProvider() : provider;
    stripe.fail(fault);

    assertThatThrownBy(() -> asked.charge(prepared.payment(), prepared.card(), attempt))
        .isInstanceOf(ProviderUnavailableException.class);

    assertThat(stripe.calls()).filteredOn(call -> call.endsWith("attempt-" + attempt)).hasSize(1);
    assertThat(provider.charge(prepared.payment(), prepared.card(), attempt))
        .isEqualTo(new Outcome.Taken());
    assertThat(server.charges()).hasSize(1);
  }

  @ParameterizedTest
  @DisplayName("E7 all other calls are repeated: two failures are not seen, and nothing is doubled")
  @EnumSource(value = FaultyStripe.Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "WRONG_KEY")
  void othersAreRepeated(FaultyStripe.Fault fault) {
    provider.register(UUID.randomUUID()); // the first call of all is slow
    int before = stripe.calls().size();
    if (fault == FaultyStripe.Fault.SLOW) {
      provider = impatientProvider();
    }
    UUID accountId = UUID.randomUUID();
    stripe.fail(fault, fault);
    String customer = provider.register(accountId);
    assertThat(provider.register(accountId)).isEqualTo(customer);
    assertThat(stripe.calls()).hasSize(before + 4);

    UUID paymentId = UUID.randomUUID();
    stripe.fail(fault, fault);
    String payment = provider.prepare(paymentId, customer, 2998, "USD");
    assertThat(provider.prepare(paymentId, customer, 2998, "USD")).isEqualTo(payment);
    stripe.fail(fault, fault);
    assertThat(provider.look(payment)).isEqualTo(new Outcome.Open());
    for (int i = 0; i < 30; i++) {
      stripe.fail(fault); // more than three: the JDK's client repeats a GET by itself
    }
    assertThatThrownBy(() -> provider.look(payment))
        .isInstanceOf(ProviderUnavailableException.class);
  }

  @Test
  @DisplayName("E7 a key that is not taken is no decline, and is not tried again and again")
  void wrongKey() {
    Prepared prepared = prepare(TestCard.SUCCEEDS);
    int before = stripe.calls().size();

    assertThatThrownBy(() ->
            provider("sk_test_other")
                .charge(prepared.payment(), prepared.card(), UUID.randomUUID()))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessageContaining("401")
        .hasMessageNotContaining("sk_test_other");
    assertThat(stripe.calls()).hasSize(before + 1);
  }

  @Test
  @DisplayName("E7 a wrong call of ours is an error, no decline, and tells no card token")
  void wrongCalls() {
    Prepared prepared = prepare(TestCard.SUCCEEDS);
    String foreign = newCard(provider.register(UUID.randomUUID()), TestCard.SUCCEEDS);
    UUID paymentId = UUID.randomUUID();
    provider.prepare(paymentId, prepared.customer(), 2998, "USD");
    int before = stripe.calls().size();

    assertThatThrownBy(() -> provider.charge(prepared.payment(), foreign, UUID.randomUUID()))
        .isInstanceOf(ProviderRefusalException.class)
        .hasMessageContaining("payment_method")
        .hasMessageNotContaining(foreign);
    assertThatThrownBy(() -> provider.prepare(paymentId, prepared.customer(), 1, "USD"))
        .isInstanceOf(ProviderRefusalException.class)
        .hasMessageContaining("idempotency_error");
    assertThatThrownBy(() -> provider.look("pi_unknown"))
        .isInstanceOf(ProviderRefusalException.class)
        .hasMessageContaining("404");
    assertThat(stripe.calls()).as("none is repeated").hasSize(before + 3);
    assertThat(server.charges()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("E7 32 threads that charge one payment, with one id or with many, take it once")
  @ValueSource(booleans = {true, false})
  void takenOnce(boolean sameId) throws Exception {
    Prepared prepared = prepare(TestCard.SUCCEEDS);
    UUID attempt = UUID.randomUUID();
    List<Callable<Outcome>> calls = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      calls.add(() ->
          provider.charge(
              prepared.payment(), prepared.card(), sameId ? attempt : UUID.randomUUID()));
    }

    List<Outcome> outcomes = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(32)) {
      for (Future<Outcome> outcome : threads.invokeAll(calls)) {
        outcomes.add(outcome.get());
      }
    }

    assertThat(outcomes).hasSize(32).containsOnly(new Outcome.Taken());
    assertThat(server.charges()).hasSize(1);
    assertThat(provider.look(prepared.payment())).isEqualTo(new Outcome.Taken());
  }

  @Test
  @DisplayName("E7 a provider that is down is left alone for a while, and the metrics tell")
  void circuitBreaker() {
    for (int i = 0; i < 10; i++) {
      stripe.fail(FaultyStripe.Fault.DOWN, FaultyStripe.Fault.DOWN, FaultyStripe.Fault.DOWN);
    }
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> provider.look("pi_1"))
          .isInstanceOf(ProviderUnavailableException.class);
    }
    int calls = stripe.calls().size();

    assertThatThrownBy(() -> provider.look("pi_1"))
        .isInstanceOf(ProviderUnavailableException.class);

    assertThat(calls).as("a call of three tries counts as one").isEqualTo(30);
    assertThat(stripe.calls()).hasSize(calls);
    assertThat(meters.get("resilience4j.circuitbreaker.state").tag("state", "open").gauge().value())
        .isEqualTo(1);
  }
}
