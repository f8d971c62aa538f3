package dev.switchboard.numbering.carrier.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.numbering.carrier.AvailableNumber;
import dev.switchboard.numbering.carrier.CarrierUnavailableException;
import dev.switchboard.numbering.carrier.NumberSearch;
import dev.switchboard.numbering.carrier.client.TwilioStub.Fault;
import dev.switchboard.numbering.value.E164;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TwilioCarrierTest {
  private static final E164 NUMBER = new E164("+18089251571");

  private final TwilioStub twilio = new TwilioStub();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final TwilioCarrier carrier = carrier(TwilioStub.SECRET);

  @AfterEach
  void keepsTheInterface() {
    twilio.close();
    assertThat(twilio.broken()).isEmpty();
  }

  @Test
  @DisplayName("F7 a search asks for country, area code, digits and city, and comes by number")
  void searches() {
    twilio.offer("+18089251571", "Hilo", "HI");
    twilio.offer("+18089251570", "Hilo", "HI");
    twilio.offer("+18085551571", "Honolulu", "HI");
    twilio.offer(null, null, null);
    twilio.offer("+12125551571", null, null);

    assertThat(carrier.search(NumberSearch.inArea("US", "808")))
        .extracting(found -> found.number().value())
        .containsExactly("+18085551571", "+18089251570", "+18089251571");
    assertThat(carrier.search(new NumberSearch("US", "808", "1571", "Hilo")))
        .containsExactly(new AvailableNumber(NUMBER, "Hilo", "HI", "US"));
    assertThat(carrier.search(NumberSearch.inArea("US", "212")))
        .containsExactly(new AvailableNumber(new E164("+12125551571"), "", "", "US"));
    assertThat(carrier.search(NumberSearch.inArea("US", "999"))).isEmpty();
    assertThat(carrier.countries()).containsExactlyInAnyOrder("US", "CA");
  }

  @Test
  @DisplayName("F7 ordered twice is bought once; given back twice is given back once")
  void ordersOnce() {
    twilio.offer(NUMBER.value(), "Hilo", "HI");

    assertThat(carrier.order(NUMBER)).isTrue();
    assertThat(carrier.order(NUMBER)).isTrue();
    assertThat(twilio.count("POST")).isEqualTo(1);
    carrier.giveBack(NUMBER);
    carrier.giveBack(NUMBER);

    assertThat(twilio.owned()).isEmpty();
    assertThat(twilio.count("DELETE")).isEqualTo(1);
  }

  @Test
  @DisplayName("F7 a number that nobody can have is not ordered, and that is an answer")
  void notAvailable() {
    assertThat(carrier.order(NUMBER)).isFalse();
  }

  @ParameterizedTest
  @DisplayName("F7 with the answer to the order lost, the next try finds the number: bought once")
  @EnumSource(names = {"LOST_ANSWER", "SLOW", "GARBAGE"})
  void lostAnswer(Fault fault) {
    twilio.offer(NUMBER.value(), "Hilo", "HI");
    twilio.fail("POST", fault);

    assertThatThrownBy(() -> carrier.order(NUMBER)).isInstanceOf(CarrierUnavailableException.class);
    assertThat(twilio.count("POST")).as("not repeated by itself").isEqualTo(1);

    assertThat(carrier.order(NUMBER)).isTrue();
    assertThat(twilio.count("POST")).isEqualTo(1);
    assertThat(twilio.owned()).containsExactly(NUMBER.value());
  }

  @ParameterizedTest
  @DisplayName("F7 an order that was not taken is bought by the next try")
  @EnumSource(names = {"TOO_MANY", "DOWN"})
  void notTaken(Fault fault) {
    twilio.offer(NUMBER.value(), "Hilo", "HI");
    twilio.fail("POST", fault);

    assertThatThrownBy(() -> carrier.order(NUMBER)).isInstanceOf(CarrierUnavailableException.class);
    assertThat(carrier.order(NUMBER)).isTrue();
    assertThat(twilio.owned()).containsExactly(NUMBER.value());
  }

  @ParameterizedTest
  @DisplayName("F7 what can be repeated is repeated: 429, 5xx, slow or lost answers of a search")
  @CsvSource({"TOO_MANY", "DOWN", "LOST_ANSWER", "SLOW"})
  void repeats(Fault fault) {
    twilio.offer(NUMBER.value(), "Hilo", "HI");
    twilio.fail("GET", fault, fault);

    assertThat(carrier.search(NumberSearch.inArea("US", "808"))).hasSize(1);
    assertThat(twilio.count("GET")).isEqualTo(3);
  }

  @Test
  @DisplayName("F7 given back with the answer lost: the repetition finds nothing, which is enough")
  void givenBackWithLostAnswer() {
    twilio.offer(NUMBER.value(), "Hilo", "HI");
    carrier.order(NUMBER);
    twilio.fail("DELETE", Fault.LOST_ANSWER);

    carrier.giveBack(NUMBER);

    assertThat(twilio.owned()).isEmpty();
    assertThat(twilio.count("DELETE")).isEqualTo(2);
  }

  @Test
  @DisplayName("F7 a wrong key is no answer to an order and is not tried again and again")
  void wrongKey() {
    TwilioCarrier wrong = carrier("wrong");

    assertThatThrownBy(() -> wrong.order(NUMBER))
        .isInstanceOf(CarrierUnavailableException.class)
        .hasMessageNotContaining("wrong");
    assertThat(twilio.calls()).hasSize(1);
  }

  @Test
  @DisplayName("F7 a carrier that is down is left alone for a while, and the metrics tell")
  void circuitBreaker() {
    for (int i = 0; i < 20; i++) {
      twilio.fail("GET", Fault.DOWN, Fault.DOWN, Fault.DOWN);
    }
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> carrier.order(NUMBER))
          .isInstanceOf(CarrierUnavailableException.class);
    }
    int calls = twilio.calls().size();

    assertThatThrownBy(() -> carrier.order(NUMBER)).isInstanceOf(CarrierUnavailableException.class);

    assertThat(calls).as("a try of three counts as one").isEqualTo(15);
    assertThat(twilio.calls()).hasSize(calls);
    assertThat(meters.get("resilience4j.circuitbreaker.state").tag("state", "open").gauge().value())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @DisplayName("F7 without what is needed to sign in the service does not start")
  @CsvSource({"AC1, key, secret", "'', key, secret", "ok, '', secret", "ok, key, ''"})
  void incomplete(String account, String key, String secret) {
    TwilioProperties properties =
        properties(account.equals("ok") ? TwilioStub.ACCOUNT : account, key, secret);

    assertThatThrownBy(() -> TwilioClient.carrier(properties, ObservationRegistry.create(), meters))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(properties.toString()).doesNotContain("secret");
  }

  private TwilioCarrier carrier(String secret) {
    return TwilioClient.carrier(
        properties(TwilioStub.ACCOUNT, TwilioStub.KEY, secret),
        ObservationRegistry.create(),
        meters);
  }

  private TwilioProperties properties(String account, String key, String secret) {
    return new TwilioProperties(
        twilio.uri(),
        account,
        key,
        secret,
        Set.of("US", "CA"),
        Duration.ofMillis(500),
        Duration.ofMillis(300),
        200);
  }
}
