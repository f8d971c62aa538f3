package dev.switchboard.e2e.observability;

import dev.switchboard.e2e.client.Await;
import dev.switchboard.local.Suite;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Prometheus that scrapes the running suite each second, with our alert rules. */
final class PrometheusServer implements AutoCloseable {
  private static final List<String> SERVICES =
      List.of(
          "gateway",
          "user-service",
          "numbering-service",
          "billing-service",
          "notification-service");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Process process;
  private final String url;

  private PrometheusServer(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts one.
   *
   * @param folder for its settings, data and log
   */
  static PrometheusServer start(Suite suite, Path folder) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path config = folder.resolve("prometheus.yaml");
    Files.writeString(config, config(suite));
    Process process =
        new ProcessBuilder(
                PrometheusPrograms.get().prometheus().toString(),
                "--config.file=" + config,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    PrometheusServer server = new PrometheusServer(process, "http://127.0.0.1:" + port);
    try {
      Await.until("Prometheus answers", Duration.ofSeconds(30), server::isReady);
    } catch (AssertionError e) {
      server.close();
      throw new AssertionError(Files.readString(folder.resolve("prometheus.log")), e);
    }
    server.awaitTargets();
    return server;
  }

  private void awaitTargets() throws Exception {
    try {
      Await.until(
          "all services are scraped",
          Duration.ofSeconds(20),
          () -> query("up == 1").size() == SERVICES.size());
    } catch (AssertionError e) {
      String why = json("/api/v1/targets").path("data").path("activeTargets").toString();
      close();
      throw new AssertionError(why, e);
    }
  }

  private static String config(Suite suite) {
    return """
    global:
      scrape_interval: 1s
      evaluation_interval: 1s
    rule_files: [%s]
    scrape_configs:
    %s
    """
        .formatted(
            Alerts.RULES.toAbsolutePath().normalize(),
            SERVICES.stream()
                .map(service ->
                    """
                      - job_name: %s
                        metrics_path: /actuator/prometheus
                        static_configs:
                          - targets: ["%s"]
                    """
                        .formatted(service, suite.managementUrl(service).getAuthority()))
                .collect(Collectors.joining()));
  }

  private boolean isReady() {
    if (!process.isAlive()) {
      throw new AssertionError("Prometheus has ended with " + process.exitValue());
    }
    try {
      return get("/-/ready").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /**
   * The series that a query gives now, with a value that can be drawn.
   *
   * @throws AssertionError when Prometheus refuses the query
   */
  List<JsonNode> query(String query) throws IOException {
    JsonNode answer =
        json("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    if (!answer.path("status").asString("").equals("success")) {
      throw new AssertionError(query + ": " + answer);
    }
    return answer
        .path("data")
        .path("result")
        .valueStream()
        .filter(series -> !series.path("value").path(1).asString("NaN").equals("NaN"))
        .toList();
  }

  /** All values of a label. */
  Set<String> values(String label) throws IOException {
    return json("/api/v1/label/" + label + "/values")
        .path("data")
        .valueStream()
        .map(JsonNode::asString)
        .collect(Collectors.toSet());
  }

  /** The names of all labels. */
  List<String> labels() throws IOException {
    return json("/api/v1/labels").path("data").valueStream().map(JsonNode::asString).toList();
  }

  /** The rules as Prometheus has them. */
  List<JsonNode> rules() throws IOException {
    return json("/api/v1/rules")
        .path("data")
        .path("groups")
        .valueStream()
        .flatMap(group -> group.path("rules").valueStream())
        .toList();
  }

  private JsonNode json(String path) throws IOException {
    return JsonMapper.shared().readTree(get(path).body());
  }

  private HttpResponse<String> get(String path) throws IOException {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(10)).build(),
          BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
