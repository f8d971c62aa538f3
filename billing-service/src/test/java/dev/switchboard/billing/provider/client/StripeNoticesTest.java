package dev.switchboard.billing.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.billing.provider.ForgedNoticeException;
import dev.switchboard.billing.provider.PaymentProvider.Notice;
import dev.switchboard.billing.provider.ProviderUnavailableException;
import dev.switchboard.paymentprovider.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class StripeNoticesTest {
  private static final String SECRET = "whsec_adapter-secret";
  private static final long NOW = 1_790_000_000L;
  private static final String BODY = event("payment_intent.succeeded", "pi_1", "");

  private final StripeNotices notices =
      new StripeNotices(
          SECRET,
          Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC),
          JsonMapper.builder().build());

  @ParameterizedTest
  @DisplayName("E7 a signed notice tells that there is news, and of what")
  @CsvSource({
    "payment_intent.succeeded",
    "payment_intent.payment_failed",
    "payment_intent.canceled"
  })
  void paymentChanged(String type) {
    assertThat(read(event(type, "pi_1", ""))).contains(new Notice.PaymentChanged("pi_1"));
  }

  @Test
  @DisplayName("E7 a completed page in setup mode has a card; other modes are of no interest")
  void cardEntered() {
    String type = "checkout.session.completed";
    assertThat(read(event(type, "cs_test_1", ",\"mode\":\"setup\"")))
        .contains(new Notice.CardEntered("cs_test_1"));
    assertThat(read(event(type, "cs_test_1", ",\"mode\":\"payment\""))).isEmpty();
    assertThat(read(event("invoice.paid", "in_1", ""))).isEmpty();
    assertThat(read("{\"type\":\"balance.available\",\"data\":{\"object\":{}}}")).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("E7 a notice without a right signature of its time is not read")
  @NullSource
  @ValueSource(
      strings = {
        "",
        "v1=00",
        "t=1790000000",
        "t=1790000000,v1=",
        "t=1790000000,v0=RIGHT",
        "t=1790000000,v1=0000000000000000000000000000000000000000000000000000000000000000",
        "t=1790000000,t=1790000001,v1=RIGHT",
        "t=1790000001,v1=RIGHT",
        "t=now,v1=RIGHT",
      })
  void wrongSignatures(@Nullable String template) {
    String signature = template == null ? null : template.replace("RIGHT", hex(NOW, BODY));
    assertThatThrownBy(() -> notices.read(BODY, signature))
        .isInstanceOf(ForgedNoticeException.class)
        .hasMessageNotContaining(hex(NOW, BODY));
  }

  @Test
  @DisplayName("E7 a signature of another secret or another body is wrong")
  void otherSecretOrBody() {
    assertThatThrownBy(() -> notices.read(BODY, Signature.of("whsec_other", NOW, BODY)))
        .isInstanceOf(ForgedNoticeException.class);
    assertThatThrownBy(
            () -> notices.read(BODY.replace("pi_1", "pi_2"), Signature.of(SECRET, NOW, BODY)))
        .isInstanceOf(ForgedNoticeException.class);
    assertThatThrownBy(() -> notices.read(BODY + " ", Signature.of(SECRET, NOW, BODY)))
        .isInstanceOf(ForgedNoticeException.class);
  }

  @ParameterizedTest
  @DisplayName("E7 a signature counts for five minutes")
  @CsvSource({"0, true", "-300, true", "300, true", "-301, false", "301, false"})
  void age(long seconds, boolean counts) {
    String signature = Signature.of(SECRET, NOW + seconds, BODY);
    if (counts) {
      assertThat(notices.read(BODY, signature)).isPresent();
    } else {
      assertThatThrownBy(() -> notices.read(BODY, signature))
          .isInstanceOf(ForgedNoticeException.class);
    }
  }

  @Test
  @DisplayName("E7 while the secret is changed one of several signatures has to be right")
  void severalSignatures() {
    String signature = "t=%d,v1=%s,v1=%s,v0=x".formatted(NOW, "0".repeat(64), hex(NOW, BODY));
    assertThat(notices.read(BODY, signature)).isPresent();
  }

  @ParameterizedTest
  @DisplayName("E7 a signed notice that can't be read is not taken")
  @ValueSource(strings = {"", "{", "[]", "{\"type\":\"x\"}", "{\"data\":{\"object\":{}}}"})
  void unreadable(String body) {
    assertThatThrownBy(() -> read(body)).isInstanceOf(ProviderUnavailableException.class);
  }

  private Optional<Notice> read(String body) {
    return notices.read(body, Signature.of(SECRET, NOW, body));
  }

  private static String hex(long time, String body) {
    return Signature.of(SECRET, time, body).replaceFirst(".*v1=", "");
  }

  private static String event(String type, String id, String more) {
    return "{\"id\":\"evt_1\",\"type\":\"%s\",\"data\":{\"object\":{\"id\":\"%s\"%s}}}"
        .formatted(type, id, more);
  }
}
