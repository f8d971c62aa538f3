package dev.switchboard.platform.sample;

import dev.switchboard.platform.testing.ServiceEnvironment;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A test of the sample service over its real port; all of them share one context. */
@SpringBootTest(classes = SampleApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {ServiceEnvironment.class, SampleEnvironment.class})
public abstract class SampleTest {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Autowired protected JdbcClient jdbc;
  @Autowired protected Faults faults;

  @Value("${local.server.port}")
  private int port;

  @Value("${local.management.port}")
  private int managementPort;

  /** A request to the service with this token. */
  protected HttpRequest.Builder to(String path, String token) {
    return to(path).header("Authorization", "Bearer " + token);
  }

  /** A request to the service without a token. */
  protected HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .timeout(Duration.ofSeconds(20));
  }

  /** A request to the management port. */
  protected HttpRequest.Builder toManagement(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + path))
        .header("Content-Type", "application/json")
        .timeout(Duration.ofSeconds(20));
  }

  /** Posts a new thing with an idempotency key. */
  protected HttpResponse<String> post(String token, String key, String body) {
    return call(
        to("/api/v1/things", token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body)));
  }

  protected static HttpResponse<String> call(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  protected static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  /** A thing as a request has it. */
  protected static String thing(String name) {
    return "{\"name\":\"%s\",\"owner\":{\"email\":\"ana@example.com\"},\"size\":1}".formatted(name);
  }

  /** Writes an event of a thing and returns its id. */
  protected static UUID send(String thingId, int version) {
    UUID id = UUID.randomUUID();
    send(thingId, version, id);
    return id;
  }

  protected static void send(String thingId, int version, UUID eventId) {
    Wire.send(
        SampleApplication.TOPIC,
        thingId,
        Wire.headers(eventId, thingId),
        "{\"thingId\":\"%s\",\"version\":%d,\"name\":\"v%d\"}"
            .formatted(thingId, version, version));
  }
}
