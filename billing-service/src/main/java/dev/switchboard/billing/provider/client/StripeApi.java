package dev.switchboard.billing.provider.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The calls and fields of Stripe's API that are in use here. Every POST has an idempotency key, so
 * that all calls can be repeated. What an answer must have is asked for, so that a garbled one is
 * not taken for news.
 */
@HttpExchange("/v1")
interface StripeApi {
  /** The version that this was written for; Stripe answers as it did then. */
  String VERSION = "2025-09-30.clover";

  String IDEMPOTENCY_KEY = "Idempotency-Key";
  String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;

  @PostExchange(value = "/customers", contentType = FORM)
  Customer createCustomer(@RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody StripeForm form);

  @DeleteExchange("/customers/{id}")
  Customer deleteCustomer(@PathVariable String id);

  @PostExchange(value = "/checkout/sessions", contentType = FORM)
  OpenSession openSession(@RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody StripeForm form);

  /** With {@code expand} of setup_intent.payment_method. */
  @GetExchange("/checkout/sessions/{id}")
  Session session(@PathVariable String id, @RequestParam("expand[]") String expand);

  @PostExchange(value = "/payment_intents", contentType = FORM)
  Intent createIntent(@RequestHeader(IDEMPOTENCY_KEY) String key, @RequestBody StripeForm form);

  @PostExchange(value = "/payment_intents/{id}/confirm", contentType = FORM)
  Intent confirm(
      @RequestHeader(IDEMPOTENCY_KEY) String key,
      @PathVariable String id,
      @RequestBody StripeForm form);

  @GetExchange("/payment_intents/{id}")
  Intent intent(@PathVariable String id);

  /** Who pays. */
  record Customer(@JsonProperty("id") String id) {

    public Customer {
      Objects.requireNonNull(id);
    }
  }

  /** A page that was opened. */
  record OpenSession(@JsonProperty("id") String id, @JsonProperty("url") String url) {

    public OpenSession {
      Objects.requireNonNull(id);
      Objects.requireNonNull(url);
    }
  }

  /** A page and what was entered there. */
  record Session(
      @JsonProperty("id") String id,
      @JsonProperty("setup_intent") @Nullable SetupIntent setupIntent) {

    public Session {
      Objects.requireNonNull(id);
    }
  }

  /** The intent to keep a card. */
  record SetupIntent(
      @JsonProperty("status") String status,
      @JsonProperty("payment_method") @Nullable PaymentMethod paymentMethod) {

    public SetupIntent {
      Objects.requireNonNull(status);
    }
  }

  /** A card that is kept. */
  record PaymentMethod(@JsonProperty("id") String id, @JsonProperty("card") Card card) {

    public PaymentMethod {
      Objects.requireNonNull(id);
      Objects.requireNonNull(card);
    }
  }

  /** What may be known of a card. */
  record Card(
      @JsonProperty("brand") String brand,
      @JsonProperty("last4") String lastFour,
      @JsonProperty("exp_month") int expiryMonth,
      @JsonProperty("exp_year") int expiryYear) {

    public Card {
      Objects.requireNonNull(brand);
      Objects.requireNonNull(lastFour);
    }
  }

  /** The intent to take money. */
  record Intent(
      @JsonProperty("id") String id,
      @JsonProperty("status") String status,
      @JsonProperty("next_action") @Nullable NextAction nextAction,
      @JsonProperty("last_payment_error") @Nullable Fault lastPaymentError) {

    public Intent {
      Objects.requireNonNull(id);
      Objects.requireNonNull(status);
    }
  }

  /** What the owner of the card has to do. */
  record NextAction(@JsonProperty("redirect_to_url") @Nullable Redirect redirect) {}

  /** Where he has to go. */
  record Redirect(@JsonProperty("url") @Nullable String url) {}

  /** What a refused call answers. */
  record Refused(@JsonProperty("error") @Nullable Fault error) {}

  /** Why a call was refused, or a charge failed. */
  record Fault(
      @JsonProperty("type") @Nullable String type,
      @JsonProperty("code") @Nullable String code,
      @JsonProperty("decline_code") @Nullable String declineCode,
      @JsonProperty("param") @Nullable String parameter) {
    static final Fault UNKNOWN = new Fault(null, null, null, null);
  }

  /** A notice. */
  record Event(@JsonProperty("type") String type, @JsonProperty("data") Data data) {

    public Event {
      Objects.requireNonNull(type);
      Objects.requireNonNull(data);
    }
  }

  /** What a notice is about. */
  record Data(@JsonProperty("object") Subject subject) {

    public Data {
      Objects.requireNonNull(subject);
    }
  }

  /** Of what a notice is about, only what it is: all else has to be asked for. */
  record Subject(
      @JsonProperty("id") @Nullable String id, @JsonProperty("mode") @Nullable String mode) {}
}
