package dev.switchboard.e2e.upgrade;

import dev.switchboard.e2e.client.Await;
import dev.switchboard.local.FreePorts;
import dev.switchboard.local.Suite;
import dev.switchboard.local.process.ManagedProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Further instances of services, and how an operator asks them. */
final class Instances implements AutoCloseable {
  private static final Duration READY = Duration.ofMinutes(3);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();

  private final Suite suite;
  private final Path project;
  private final List<ManagedProcess> started = new ArrayList<>();
  private int port = FreePorts.base();

  /**
   * @param project the folder of the repository where the version of the further ones was built
   */
  Instances(Suite suite, Path project) {
    this.suite = suite;
    this.project = project;
  }

  /** One instance. */
  record Instance(ManagedProcess process, URI url, URI management) {

    void awaitReady() throws Exception {
      Await.until(process.name() + " is ready", READY, this::isReady);
    }

    private boolean isReady() throws InterruptedException {
      try {
        return HTTP.send(
                    HttpRequest.newBuilder(management.resolve("/actuator/health/readiness"))
                        .timeout(Duration.ofSeconds(2))
                        .build(),
                    BodyHandlers.discarding())
                .statusCode()
            == 200;
      } catch (IOException notYet) {
        return false;
      }
    }

    /** Asks the management port to do something. */
    String ask(String endpoint, String body) throws IOException, InterruptedException {
      return HTTP.send(
              HttpRequest.newBuilder(management.resolve("/actuator/" + endpoint))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString())
          .body();
    }
  }

  /** The one that the suite has started. */
  static Instance first(Suite suite, String service) {
    return new Instance(
        suite.process(service), suite.serviceUrl(service), suite.managementUrl(service));
  }

  /** Starts one more. */
  Instance start(String service, int number, Map<String, String> environment) {
    int its = port;
    port += 2;
    ManagedProcess process = suite.another(project, service, number, its, environment);
    started.add(process);
    process.start();
    return new Instance(
        process,
        URI.create("http://localhost:" + its),
        URI.create("http://localhost:" + (its + 1)));
  }

  @Override
  public void close() {
    started.forEach(ManagedProcess::stop);
  }
}
