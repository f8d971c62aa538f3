package dev.switchboard.billing.provider.client;

import dev.switchboard.billing.provider.PaymentProvider;
import dev.switchboard.paymentprovider.CardHolder;
import dev.switchboard.paymentprovider.PaymentProviderServer;
import dev.switchboard.paymentprovider.ProviderSettings;
import dev.switchboard.paymentprovider.TestCard;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The adapter against the provider for development, with faults in between. */
abstract class StripeTest {
  static final String KEY = "sk_test_adapter-key";
  static final String WEBHOOK_SECRET = "whsec_adapter-secret";
  static final URI DONE = URI.create("https://switchboard.example/billing?card=done&x=1");
  static final URI CANCELLED = URI.create("https://switchboard.example/billing");

  final CardHolder holder = new CardHolder();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @TempDir Path folder;
  PaymentProviderServer server;
  FaultyStripe stripe;
  PaymentProvider provider;

  @BeforeEach
  void start() {
    server =
        PaymentProviderServer.start(
            ProviderSettings.of(0, folder, KEY, WEBHOOK_SECRET, null)
                .withWaits(Duration.ofMillis(100), Duration.ofMillis(50)));
    stripe = new FaultyStripe(server.uri());
    provider = provider(KEY);
  }

  @AfterEach
  void end() {
    stripe.close();
    server.close();
  }

  /** So patient that a slow machine is no fault. */
  PaymentProvider provider(String key) {
    return provider(key, Duration.ofSeconds(30));
  }

  /** One that does not wait for slow answers. */
  PaymentProvider impatientProvider() {
    return provider(KEY, FaultyStripe.SLOWNESS.dividedBy(2));
  }

  private PaymentProvider provider(String key, Duration patience) {
    return StripeClient.provider(
        new StripeProperties(stripe.uri(), key, WEBHOOK_SECRET, patience, patience),
        Clock.systemUTC(),
        ObservationRegistry.create(),
        meters);
  }

  /** An account with a card and a payment of 29.98 USD. */
  record Prepared(String customer, String card, String payment) {}

  Prepared prepare(TestCard card) {
    String customer = provider.register(UUID.randomUUID());
    String token = newCard(customer, card);
    return new Prepared(
        customer, token, provider.prepare(UUID.randomUUID(), customer, 2998, "USD"));
  }

  String newCard(String customer, TestCard card) {
    PaymentProvider.CardPage page =
        provider.openCardPage(UUID.randomUUID(), customer, DONE, CANCELLED);
    holder.enter(page.url(), card);
    return provider.enteredCard(page.pageId()).orElseThrow().token();
  }
}
