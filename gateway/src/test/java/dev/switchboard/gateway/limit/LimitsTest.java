package dev.switchboard.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.gateway.testing.GatewayTest;
import dev.switchboard.gateway.testing.RawHttp;
import dev.switchboard.gateway.testing.StubService;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LimitsTest extends GatewayTest {
  private static final int MOST = 100 * 1024;

  @BeforeEach
  void bucketsAreFull() {
    time.advance(Duration.ofMinutes(10));
  }

  @Test
  @DisplayName("A body of the largest size passes, whole")
  void largestBodyPasses() throws Exception {
    String body = "a".repeat(MOST);
    assertThat(call("POST", "/api/v1/session").body(body).status()).isEqualTo(200);
    assertThat(USER.only().body()).hasSize(MOST);
  }

  @Test
  @DisplayName("A body with a larger length is refused before it is read")
  void largerLengthIsRefused() throws Exception {
    call("POST", "/api/v1/session")
        .body("a".repeat(MOST + 1))
        .expectProblem(413, "request.too-large");
    assertThat(USER.seen()).isEmpty();
  }

  @Test
  @DisplayName("A body without a length is refused where it grows too large, and opens no breaker")
  void growingBodyIsRefused() throws Exception {
    byte[] body = new byte[MOST + 1];
    for (int i = 0; i < 10; i++) {
      call("POST", "/api/v1/session")
          .body(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
          .expectProblem(413, "request.too-large");
    }
    assertThat(USER.seen()).isEmpty();
    assertThat(post("/api/v1/session").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("A body whose client goes away never reaches the service as if it were whole")
  void cutBodyIsNotWhole() throws Exception {
    for (int i = 0; i < 3; i++) {
      try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
        write(
            client,
            "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n");
        awaitUnderWay();
      }
    }
    await().atMost(PATIENCE).until(() -> gauge("switchboard.gateway.requests.under.way") == 0);
    assertThat(USER.seen()).isEmpty();
    assertThat(post("/api/v1/session").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("A body that drips is refused when its time is over")
  void drippingBodyIsRefused() throws Exception {
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      client.setSoTimeout((int) PATIENCE.toMillis());
      write(client, "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\na");
      awaitUnderWay();
      time.advance(Duration.ofSeconds(21));
      write(client, "b");
      String answer = new String(client.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
      assertThat(answer).isEqualTo("HTTP/1.1 408");
    }
    assertThat(USER.seen()).isEmpty();
  }

  @Test
  @DisplayName("A body that stops coming is refused, and opens no breaker")
  void stoppedBodyIsRefused() throws Exception {
    RawHttp.Answer answer =
        RawHttp.send(
            port, "POST /api/v1/session HTTP/1.1\nHost: x\nContent-Length: 1000\n\n{\"email\":");
    Problems.expect(answer, 408, "request.timeout");
    assertThat(USER.seen()).isEmpty();
    assertThat(breakers.circuitBreaker("user-service").getMetrics().getNumberOfFailedCalls())
        .isZero();
  }

  @Test
  @DisplayName("More calls than the rate allows are refused until Retry-After is over")
  void rateIsLimited() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(post("/api/v1/password-resets").status()).isEqualTo(200);
    }
    HttpResponse<String> refused = post("/api/v1/password-resets").expectProblem(429, "limit.rate");
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(USER.seen()).hasSize(3);
    assertThat(post("/api/v1/session").status()).as("another rate").isEqualTo(200);

    time.advance(Duration.ofSeconds(2));
    assertThat(post("/api/v1/password-resets").status()).isEqualTo(200);
    post("/api/v1/password-resets").expectProblem(429, "limit.rate");
  }

  @Test
  @DisplayName("No other spelling of the path gets around the rate")
  void spellingCountsForTheSameRate() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(post("/api/v1/p%61ssword-resets?x=" + i).status()).isEqualTo(200);
    }
    post("/api/v1/password-resets").expectProblem(429, "limit.rate");
    call("POST", "/api/v1/password-reset%73")
        .fromConsole(SESSIONS.open())
        .expectProblem(429, "limit.rate");
  }

  @Test
  @DisplayName("Each client has its own rate, and cannot change it by a header")
  void rateIsPerClient() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(post("/api/v1/password-resets").header("X-Forwarded-For", "10.0.0." + i).status())
          .isEqualTo(200);
    }
    post("/api/v1/password-resets")
        .header("X-Forwarded-For", "10.0.0.9")
        .header("Forwarded", "for=10.0.0.9")
        .expectProblem(429, "limit.rate");

    RawHttp.Answer other =
        RawHttp.send(
            "127.0.0.2",
            port,
            """
            POST /api/v1/password-resets HTTP/1.1
            Host: x
            Content-Length: 0
            Connection: close

            """);
    assertThat(other.status()).isEqualTo(200);
    assertThat(USER.seen().getLast().header("X-Forwarded-For")).isEqualTo("127.0.0.2");
  }

  @Test
  @DisplayName("What needs a session has no rate here")
  void othersAreNotLimited() throws Exception {
    var session = SESSIONS.open();
    for (int i = 0; i < 20; i++) {
      assertThat(get("/api/v1/users").as(session).status()).isEqualTo(200);
      assertThat(get("/api/v1/plans").status()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("A large answer of a service passes whole")
  void largeAnswerPasses() throws Exception {
    String large = "\"" + "é".repeat(1_000_000) + "\"";
    BILLING.answer("/api/v1/plans", (exchange, body) -> StubService.json(exchange, 200, large));
    assertThat(get("/api/v1/plans").send().body()).isEqualTo(large);
  }

  private void awaitUnderWay() {
    await().atMost(PATIENCE).until(() -> gauge("switchboard.gateway.requests.under.way") == 1);
  }

  private static void write(Socket client, String text) throws Exception {
    client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    client.getOutputStream().flush();
  }
}
