package dev.switchboard.gateway.testing;

import dev.switchboard.platform.testing.TestKafka;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole gateway over real HTTP, before stub services and a real Kafka. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import(TestTime.class)
public abstract class GatewayTest {
  /** For what takes a moment; a busy machine may need much longer. */
  protected static final Duration PATIENCE = Duration.ofSeconds(30);

  protected static final JsonMapper JSON = new JsonMapper();
  protected static final StubService USER = new StubService("user-service");
  protected static final StubService NUMBERING = new StubService("numbering-service");
  protected static final StubService BILLING = new StubService("billing-service");
  protected static final StubSessions SESSIONS = new StubSessions(USER);
  protected static final HttpClient BROWSER =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  protected static final SessionEvents EVENTS = new SessionEvents();

  @LocalServerPort protected int port;
  @Autowired protected TestTime time;
  @Autowired protected MeterRegistry metrics;
  @Autowired protected CircuitBreakerRegistry breakers;

  @DynamicPropertySource
  static void addresses(DynamicPropertyRegistry registry) {
    registry.add("USER_SERVICE_URL", USER::address);
    registry.add("NUMBERING_SERVICE_URL", NUMBERING::address);
    registry.add("BILLING_SERVICE_URL", BILLING::address);
    registry.add("KAFKA_BOOTSTRAP_SERVERS", TestKafka::bootstrapServers);
  }

  @BeforeEach
  void forgetRequests() {
    USER.forget();
    NUMBERING.forget();
    BILLING.forget();
    SESSIONS.clock(time);
    SESSIONS.tokenLife(Duration.ofSeconds(60));
    breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    SESSIONS.countAndReset();
  }

  /** Waits until the ends of sessions up to the present time are known. */
  protected final void awaitEndsSeen() {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> gauge("switchboard.gateway.session.ends.seen") == 1);
  }

  /** Moves the time, and waits until the ends of sessions have been seen up to then. */
  protected final void pass(Duration span) {
    time.advance(span);
    awaitEndsSeen();
  }

  protected final double gauge(String name) {
    return metrics.get(name).gauge().value();
  }

  /** A request in the making. */
  protected final Call call(String method, String target) {
    return new Call(method, "http://localhost:" + port + target);
  }

  protected final Call get(String target) {
    return call("GET", target);
  }

  protected final Call post(String target) {
    return call("POST", target).body("{}");
  }

  /** A request with headers and a body, and the ways to look at its answer. */
  protected static final class Call {
    private final HttpRequest.Builder request;
    private final String method;
    private HttpRequest.BodyPublisher body = BodyPublishers.noBody();

    Call(String method, String url) {
      this.method = method;
      this.request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
    }

    public Call header(String name, String value) {
      request.header(name, value);
      return this;
    }

    /** As the browser of this session. */
    public Call as(StubSessions.Session session) {
      return header("Cookie", session.cookie());
    }

    /** As the console in the browser of this session: with a CSRF token. */
    public Call fromConsole(StubSessions.Session session) {
      return header(
              "Cookie", session.cookie() + "; XSRF-TOKEN=11111111-2222-3333-4444-555555555555")
          .header("X-XSRF-TOKEN", "11111111-2222-3333-4444-555555555555")
          .header("Sec-Fetch-Site", "same-origin");
    }

    public Call body(String json) {
      request.setHeader("Content-Type", "application/json");
      return body(BodyPublishers.ofString(json));
    }

    public Call body(HttpRequest.BodyPublisher publisher) {
      body = publisher;
      return this;
    }

    public HttpResponse<String> send() throws IOException, InterruptedException {
      return send(BodyHandlers.ofString());
    }

    /** Sends it and reads the answer's body in another way. */
    public <T> HttpResponse<T> send(HttpResponse.BodyHandler<T> reader)
        throws IOException, InterruptedException {
      return BROWSER.send(request.method(method, body).build(), reader);
    }

    public int status() throws IOException, InterruptedException {
      return send().statusCode();
    }

    /** Asserts a problem with this status and code, and returns the whole answer. */
    public HttpResponse<String> expectProblem(int status, String code)
        throws IOException, InterruptedException {
      HttpResponse<String> answer = send();
      Problems.expect(answer, status, code);
      return answer;
    }
  }

  /** What a problem must look like. */
  protected static final class Problems {
    private Problems() {}

    public static void expect(RawHttp.Answer answer, int status, String code) {
      Assertions.assertThat(answer.status()).as(answer.body()).isEqualTo(status);
      Assertions.assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      expectBody(answer.body(), status, code);
      SecurityHeaders.expect(answer::header);
    }

    public static void expect(HttpResponse<String> answer, int status, String code) {
      Assertions.assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
      Assertions.assertThat(answer.headers().firstValue("Content-Type"))
          .hasValue("application/problem+json");
      expectBody(answer.body(), status, code);
      SecurityHeaders.expect(name -> answer.headers().firstValue(name).orElse(null));
    }

    private static void expectBody(String json, int status, String code) {
      JsonNode body = JSON.readTree(json);
      Assertions.assertThat(body.path("code").asString()).isEqualTo(code);
      Assertions.assertThat(body.path("status").asInt()).isEqualTo(status);
      Assertions.assertThat(body.path("type").asString())
          .isEqualTo("https://switchboard.example/problems/" + code);
      Assertions.assertThat(body.path("title").asString()).isNotBlank();
      Assertions.assertThat(body.path("detail").asString()).isNotBlank();
      Assertions.assertThat(body.path("traceId").asString()).matches("[0-9a-f]{32}");
    }
  }
}
