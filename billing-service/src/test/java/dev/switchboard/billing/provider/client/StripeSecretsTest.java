package dev.switchboard.billing.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.billing.provider.ProviderUnavailableException;
import dev.switchboard.paymentprovider.TestCard;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StripeSecretsTest extends StripeTest {
  private final LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());

  @BeforeEach
  void logAll() {
    logging.setLogLevel("org.springframework", LogLevel.TRACE);
    logging.setLogLevel("dev.switchboard.billing", LogLevel.TRACE);
  }

  @AfterEach
  void logAsBefore() {
    logging.setLogLevel("org.springframework", null);
    logging.setLogLevel("dev.switchboard.billing", null);
  }

  @Test
  @DisplayName(
      "I16 keys and card tokens are in no log and no error, even with all loggers at TRACE")
  void nothingIsLogged(CapturedOutput log) {
    Prepared declined = prepare(TestCard.DECLINES);
    provider.charge(declined.payment(), declined.card(), UUID.randomUUID());
    stripe.fail(FaultyStripe.Fault.BROKEN);
    Prepared slow = prepare(TestCard.SUCCEEDS);
    stripe.fail(FaultyStripe.Fault.GARBAGE);

    assertThatThrownBy(() -> provider.charge(slow.payment(), slow.card(), UUID.randomUUID()))
        .isInstanceOf(ProviderUnavailableException.class)
        .satisfies(failure ->
            assertThat(org.assertj.core.util.Throwables.getStackTrace(failure))
                .doesNotContain(slow.card(), KEY));

    assertThat(log.getAll()).as("something was logged").contains("payment_method, off_session");
    assertThat(log.getAll()).doesNotContain(KEY, WEBHOOK_SECRET, declined.card(), slow.card());
  }

  @ParameterizedTest
  @DisplayName(
      "E7 without its secrets, or with them in clear on the way, the service does not start")
  @CsvSource({
    "https://api.stripe.com, '', whsec",
    "https://api.stripe.com, sk, ' '",
    "http://api.stripe.com, sk, whsec",
    "stripe, sk, whsec",
  })
  void incomplete(URI baseUrl, String key, String webhookSecret) {
    assertThatThrownBy(() ->
            new StripeProperties(
                baseUrl, key, webhookSecret, Duration.ofSeconds(1), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(
            new StripeProperties(
                    stripe.uri(),
                    "sk_test_1",
                    "whsec_1",
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1))
                .toString())
        .doesNotContain("sk_", "whsec_");
  }
}
