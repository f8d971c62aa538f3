package dev.switchboard.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.gateway.testing.GatewayTest;
import dev.switchboard.gateway.testing.RawHttp;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that Tomcat refuses by itself, before any filter of ours. */
class ContainerErrorsTest extends GatewayTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/users|x HTTP/1.1\nHost: x\n\n",
        "GET /api/v1/users?a=<script> HTTP/1.1\nHost: x\n\n",
        "GET /api/v1/users/%zz HTTP/1.1\nHost: x\nConnection: close\n\n",
        "GET /api/v1/plans HTTP/1.1\nConnection: close\n\n",
        "GET /api/v1/plans HTTP/1.1\nHost: a\nHost: b\nConnection: close\n\n",
        "GET /api/v1/plans HTTP/1.1\nHost: a b\nConnection: close\n\n",
        "POST /api/v1/session HTTP/1.1\nHost: x\nContent-Length: 1\nContent-Length: 2\n\nab",
        "POST /api/v1/session HTTP/1.1\nHost: x\nContent-Length: -1\n\n",
        "GE(T /api/v1/plans HTTP/1.1\nHost: x\n\n",
        "nonsense\n\n"
      })
  @DisplayName("A broken request is a 400 problem")
  void brokenRequestIsProblem(String request) throws Exception {
    Problems.expect(RawHttp.send(port, request), 400, "request.malformed");
    assertNothingPassed();
  }

  @Test
  @DisplayName("A header that is too large is a 400 problem")
  void largeHeaderIsProblem() throws Exception {
    RawHttp.Answer answer =
        RawHttp.send(
            port, "GET /api/v1/plans HTTP/1.1\nHost: x\nX-Large: " + "a".repeat(17_000) + "\n\n");
    Problems.expect(answer, 400, "request.malformed");
    assertNothingPassed();
  }

  @Test
  @DisplayName("An address that is too long is a 400 problem")
  void longAddressIsProblem() throws Exception {
    RawHttp.Answer answer =
        RawHttp.send(port, "GET /api/v1/plans?a=" + "a".repeat(17_000) + " HTTP/1.1\nHost: x\n\n");
    Problems.expect(answer, 400, "request.malformed");
    assertNothingPassed();
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity, chunked", "xchunked", "gzip"})
  @DisplayName("A transfer coding that two readers could take differently is refused")
  void unknownTransferCodingIsRefused(String coding) throws Exception {
    RawHttp.Answer answer =
        RawHttp.send(
            port,
            "POST /api/v1/session HTTP/1.1\nHost: x\nTransfer-Encoding: "
                + coding
                + "\nConnection: close\n\n0\n\n");
    Problems.expect(answer, 400, "request.malformed");
    assertNothingPassed();
  }

  @Test
  @DisplayName("A body with both lengths is read one way, and nothing of it becomes a request")
  void noRequestIsSmuggled() throws Exception {
    RawHttp.Answer answer =
        RawHttp.send(
            port,
            """
            POST /api/v1/session HTTP/1.1
            Host: x
            Content-Type: application/json
            Content-Length: 6
            Transfer-Encoding: chunked
            Connection: close

            0

            GET /api/v1/plans HTTP/1.1
            Host: x

            """);
    assertThat(answer.status()).isIn(200, 400);
    assertThat(BILLING.seen()).isEmpty();
    assertThat(USER.seen().size()).isLessThanOrEqualTo(1);
  }

  @Test
  @DisplayName("Hop-by-hop headers stop here, in both directions")
  void hopByHopHeadersStop() throws Exception {
    BILLING.answer(
        "/api/v1/plans",
        (exchange, body) -> {
          exchange.getResponseHeaders().set("Keep-Alive", "timeout=99");
          exchange.getResponseHeaders().set("Upgrade", "h2c");
          exchange.getResponseHeaders().set("Trailer", "X-Service");
          exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic");
          exchange.getResponseHeaders().set("X-Service", "x");
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('5');
        });
    RawHttp.Answer answer =
        RawHttp.send(
            port,
            """
            GET /api/v1/plans HTTP/1.1
            Host: evil.example
            Connection: close, X-Hop
            X-Hop: 1
            Keep-Alive: timeout=9
            TE: trailers
            Trailer: X-Hop
            Upgrade: h2c
            HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA
            Proxy-Authorization: Basic eDp4

            """);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("5");
    for (String name :
        List.of("keep-alive", "upgrade", "trailer", "proxy-authenticate", "x-service")) {
      assertThat(answer.header(name)).as(name).isNull();
    }
    for (String name :
        List.of(
            "X-Hop",
            "TE",
            "Trailer",
            "Upgrade",
            "HTTP2-Settings",
            "Proxy-Authorization",
            "Expect")) {
      assertThat(BILLING.only().header(name)).as(name).isNull();
    }
    assertThat(BILLING.only().header("Host")).startsWith("localhost:");
  }

  @Test
  @DisplayName("A request in absolute form goes where its path says, not to the host it names")
  void absoluteFormGoesByPath() throws Exception {
    RawHttp.Answer answer =
        RawHttp.send(
            port,
            """
            GET http://evil.example/api/v1/plans HTTP/1.1
            Host: evil.example
            Connection: close

            """);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(BILLING.only().target()).isEqualTo("/api/v1/plans");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Accept", "Content-Type", "Accept-Language", "If-None-Match", "Cookie", "Range"})
  @DisplayName("A header that says nothing readable is no error of the gateway")
  void oddHeaderIsNoError(String name) throws Exception {
    for (String value : new String[] {"", ";", "////", "\"", "a/b;c=\"", ",,,"}) {
      for (String path : new String[] {"/api/v1/plans", "/", "/api/v1/nothing"}) {
        assertThat(get(path).header(name, value).status()).as(path + " " + value).isLessThan(500);
      }
      assertThat(post("/api/v1/session").header(name, value).status()).as(value).isLessThan(500);
    }
  }

  private static void assertNothingPassed() {
    assertThat(USER.seen()).isEmpty();
    assertThat(BILLING.seen()).isEmpty();
  }
}
