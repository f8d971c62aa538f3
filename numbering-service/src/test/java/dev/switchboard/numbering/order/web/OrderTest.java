package dev.switchboard.numbering.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.testing.CarrierSwitch;
import dev.switchboard.numbering.testing.WebTest;
import dev.switchboard.platform.testing.TestClock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

/** What tests of orders have at hand: numbers of the built-in carrier that no other test has. */
abstract class OrderTest extends WebTest {
  static final String PATH = "/api/v1/phone-numbers";
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final int[] AREAS = {212, 213, 303, 305, 312, 404, 415, 503, 617, 702};

  @Autowired CarrierSwitch carrier;
  @Autowired TestClock clock;

  @AfterEach
  void everythingWorksAgain() {
    carrier.on();
    clock.reset();
  }

  /** A number that the carrier has. */
  static String fresh() {
    int next = NEXT.getAndIncrement();
    return "+1%d55501%02d".formatted(AREAS[next / 100], next % 100);
  }

  MockHttpServletResponse order(String number, @Nullable UUID assignTo, boolean acceptCharges) {
    return order(asAdmin(), number, assignTo, acceptCharges, null);
  }

  MockHttpServletResponse order(
      RequestPostProcessor caller,
      String number,
      @Nullable UUID assignTo,
      boolean acceptCharges,
      @Nullable String key) {
    Map<String, Object> body = new HashMap<>();
    body.put("number", number);
    body.put("acceptCharges", acceptCharges);
    if (assignTo != null) {
      body.put("assignTo", assignTo);
    }
    MockHttpServletRequestBuilder request = post(PATH, json.writeValueAsString(body), caller);
    return perform(key == null ? request : request.header("Idempotency-Key", key));
  }

  MockHttpServletResponse reserve(RequestPostProcessor caller, String number) {
    return perform(post(PATH + "/reservations", "{\"number\":\"%s\"}".formatted(number), caller));
  }

  static MockHttpServletRequestBuilder post(String path, String body, RequestPostProcessor caller) {
    return MockMvcRequestBuilders.post(path)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .with(caller);
  }

  UUID id(MockHttpServletResponse ordered) {
    assertThat(ordered.getStatus()).as(text(ordered)).isEqualTo(201);
    return UUID.fromString(body(ordered).path("id").asString());
  }

  JsonNode read(UUID order) {
    return body(perform(MockMvcRequestBuilders.get(PATH + "/orders/" + order).with(asAdmin())));
  }

  void awaitState(UUID order, String state) {
    await("order is " + state, () -> read(order).path("state").asString().equals(state));
  }
}
