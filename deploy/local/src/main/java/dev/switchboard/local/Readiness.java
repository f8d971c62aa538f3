package dev.switchboard.local;

import dev.switchboard.local.process.ManagedProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Waits until every service says that it is ready. */
final class Readiness {
  private static final Duration TIMEOUT = Duration.ofMinutes(10);
  private static final int MOST_DEATHS = 8;
  private static final Duration POLL = Duration.ofMillis(150);
  private static final int TAIL = 30;

  private final Ports ports;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  Readiness(Ports ports) {
    this.ports = ports;
  }

  /**
   * Waits for all: long, because a busy machine takes its time, but not for one that keeps dying.
   *
   * @param ready is told each service when it is
   * @throws UsageException with the end of its log when one does not become ready
   */
  void await(Map<String, ManagedProcess> services, Consumer<String> ready) {
    Set<String> waiting = new LinkedHashSet<>(services.keySet());
    Map<String, Integer> starts = new HashMap<>();
    services.forEach((service, process) -> starts.put(service, process.starts()));
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (!waiting.isEmpty()) {
      List<String> arrived = waiting.stream().filter(this::isReady).toList();
      arrived.forEach(ready);
      arrived.forEach(waiting::remove);
      if (!waiting.isEmpty()) {
        for (String service : waiting) {
          ManagedProcess process = Objects.requireNonNull(services.get(service));
          int deaths = process.starts() - starts.getOrDefault(service, 0);
          if (deaths > MOST_DEATHS || System.nanoTime() - deadline > 0) {
            throw failure(process);
          }
        }
        pause();
      }
    }
  }

  /**
   * Waits until numbers can be sold: at the very first start their price still comes by Kafka when
   * all services are ready.
   *
   * @throws UsageException when it does not come
   */
  void awaitFirstPrices() {
    URI numbers =
        URI.create(
            "http://localhost:%d/api/v1/phone-numbers/available?country=US&limit=1"
                .formatted(ports.gateway()));
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (!answers(numbers)) {
      if (System.nanoTime() - deadline > 0) {
        throw new UsageException("numbering-service does not learn the price of a number");
      }
      pause();
    }
  }

  boolean isReady(String service) {
    return answers(
        URI.create("http://localhost:" + ports.management(service) + "/actuator/health/readiness"));
  }

  private boolean answers(URI probe) {
    try {
      return http.send(
                  HttpRequest.newBuilder(probe).timeout(Duration.ofSeconds(2)).build(),
                  BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static UsageException failure(ManagedProcess process) {
    try {
      List<String> lines = new ArrayList<>(Files.readAllLines(process.log()));
      List<String> tail = lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
      return new UsageException(
          String.join("\n", tail)
              + "\n"
              + process.name()
              + " does not become ready; the whole log is in "
              + process.log());
    } catch (IOException e) {
      return new UsageException(process.name() + " is not ready, and its log can't be read: " + e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
