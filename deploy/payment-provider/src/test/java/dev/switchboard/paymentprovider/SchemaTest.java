package dev.switchboard.paymentprovider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas fit what Stripe publishes, and tell what does not. */
class SchemaTest {
  private static final Map<String, String> SCHEMAS =
      Map.of(
          "checkout.session", "checkoutSession",
          "setup_intent", "setupIntent",
          "payment_intent", "paymentIntent",
          "payment_method", "paymentMethod",
          "customer", "customer",
          "event", "event");

  @ParameterizedTest
  @DisplayName("E7 objects with the fields and types of the published examples fit")
  @CsvSource({
    "checkout.session",
    "setup_intent",
    "payment_intent",
    "payment_method",
    "customer",
    "event",
  })
  void publishedObjectsFit(String kind) throws IOException {
    assertThat(Schemas.errors(Objects.requireNonNull(SCHEMAS.get(kind)), examples().path(kind)))
        .isEmpty();
  }

  @ParameterizedTest
  @DisplayName("E7 a field that is missing or of another type does not fit")
  @CsvSource({
    "checkout.session, status, 7",
    "checkout.session, url, 'somewhere'",
    "setup_intent, status, 'done'",
    "payment_intent, amount, '1099'",
    "payment_intent, currency, 'USD'",
    "payment_intent, status, 'paid'",
    "payment_method, card, 'visa'",
    "customer, id, 'pm_1'",
    "event, data, 'x'",
  })
  void othersDoNot(String kind, String field, String value) throws IOException {
    String schema = Objects.requireNonNull(SCHEMAS.get(kind));
    ObjectNode changed = (ObjectNode) examples().path(kind);
    changed.put(field, value);
    assertThat(Schemas.errors(schema, changed)).isNotEmpty();
    changed.remove(field);
    assertThat(Schemas.errors(schema, changed)).isNotEmpty();
  }

  @Test
  @DisplayName("E7 a card number or security code in an answer does not fit")
  void cardDataDoesNotFit() throws IOException {
    ObjectNode method = (ObjectNode) examples().path("payment_method");
    ((ObjectNode) method.path("card")).put("number", "4242424242424242");
    assertThat(Schemas.errors("paymentMethod", method)).isNotEmpty();
  }

  private static JsonNode examples() throws IOException {
    try (InputStream file = SchemaTest.class.getResourceAsStream("examples.json")) {
      return Json.MAPPER.readTree(Objects.requireNonNull(file));
    }
  }
}
