package dev.switchboard.paymentprovider;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the provider runs.
 *
 * @param port on the loopback address; 0 is any free one
 * @param folder where its state is kept
 * @param secretKey what a caller of its interface has to show
 * @param webhookSecret what notices are signed with
 * @param webhookUrl where notices go, or null for none
 * @param lostAnswerDelay how long the card that loses its answer keeps the connection before it is
 *     cut
 * @param retryPause before a notice that was not taken is sent again; twice as long each time
 * @param clock what time it is
 */
public record ProviderSettings(
    int port,
    Path folder,
    String secretKey,
    String webhookSecret,
    @Nullable URI webhookUrl,
    Duration lostAnswerDelay,
    Duration retryPause,
    Clock clock) {

  /** With what fits development. */
  public static ProviderSettings of(
      int port, Path folder, String secretKey, String webhookSecret, @Nullable URI webhookUrl) {
    return new ProviderSettings(
        port,
        folder,
        secretKey,
        webhookSecret,
        webhookUrl,
        Duration.ofSeconds(2),
        Duration.ofMillis(500),
        Clock.systemUTC());
  }

  /** The same with other waits, for tests. */
  public ProviderSettings withWaits(Duration newLostAnswerDelay, Duration newRetryPause) {
    return new ProviderSettings(
        port,
        folder,
        secretKey,
        webhookSecret,
        webhookUrl,
        newLostAnswerDelay,
        newRetryPause,
        clock);
  }

  /** The same with another clock, for tests. */
  public ProviderSettings withClock(Clock newClock) {
    return new ProviderSettings(
        port, folder, secretKey, webhookSecret, webhookUrl, lostAnswerDelay, retryPause, newClock);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "ProviderSettings[" + port + ", " + folder + ", " + webhookUrl + "]";
  }
}
