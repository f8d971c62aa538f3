package dev.switchboard.paymentprovider;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends news until they are taken (2xx): each at least once, in any order. What was not taken when
 * the provider ended is sent after its next start.
 */
final class Webhooks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
  private static final int TRIES = 10;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Store store;
  private final ProviderSettings settings;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Webhooks(Store store, ProviderSettings settings) {
    this.store = store;
    this.settings = settings;
    send(store.all(Event.class));
  }

  /** Sends those of the events that nobody has taken, each on its own. */
  void send(List<? extends Stored> changes) {
    URI target = settings.webhookUrl();
    if (target == null) {
      return;
    }
    changes.forEach(each -> {
      if (each instanceof Event event && event.pendingWebhooks() > 0) {
        threads.execute(() -> sendUntilTaken(event, target));
      }
    });
  }

  private void sendUntilTaken(Event event, URI target) {
    try {
      Duration pause = settings.retryPause();
      for (int i = 0; i < TRIES; i++) {
        if (isTaken(event, target)) {
          store.keep(List.of(event.settled()));
          return;
        }
        Thread.sleep(pause);
        pause = pause.multipliedBy(2);
      }
      LOG.warn(
          "{} {} was not taken and is given up until the next start", event.type(), event.id());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isTaken(Event event, URI target) throws InterruptedException {
    String body = Json.MAPPER.writeValueAsString(event);
    Schemas.requireAnswer("event", Json.tree(event));
    HttpRequest request =
        HttpRequest.newBuilder(target)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json; charset=utf-8")
            .header(Signature.HEADER, Signature.of(settings.webhookSecret(), store.now(), body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status / 100 == 2) {
        return true;
      }
      LOG.info("{} {} was answered with {}", event.type(), event.id(), status);
    } catch (IOException e) {
      LOG.info("{} {} could not be sent: {}", event.type(), event.id(), e.toString());
    }
    return false;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    http.shutdownNow();
  }
}
