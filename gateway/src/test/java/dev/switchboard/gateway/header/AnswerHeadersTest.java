package dev.switchboard.gateway.header;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.gateway.testing.GatewayTest;
import dev.switchboard.gateway.testing.SecurityHeaders;
import dev.switchboard.gateway.testing.StubService;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every problem is checked for these headers by {@link GatewayTest.Call#expectProblem} too. */
class AnswerHeadersTest extends GatewayTest {

  @Test
  @DisplayName("Every kind of answer has the security headers, each once")
  void everyAnswerHasThem() throws Exception {
    USER.answer("/api/v1/users/1", (exchange, body) -> StubService.json(exchange, 404, "{}"));
    USER.answer("/api/v1/users/2", (exchange, body) -> exchange.sendResponseHeaders(204, -1));
    USER.answer("/api/v1/users/3", (exchange, body) -> exchange.sendResponseHeaders(304, -1));
    List<Call> calls =
        List.of(
            get("/").header("Accept", "text/html"),
            get("/users/42").header("Accept", "text/html"),
            get("/assets/probe-5e6f7a8b.css"),
            get("/assets/missing.js"),
            get("/api/v1/plans"),
            get("/api/v1/users").as(SESSIONS.open()),
            get("/api/v1/users/1").as(SESSIONS.open()),
            get("/api/v1/users/2").as(SESSIONS.open()),
            get("/api/v1/users/3").as(SESSIONS.open()),
            get("/api/v1/users"),
            post("/api/v1/session"),
            post("/api/v1/users").as(SESSIONS.open()),
            call("OPTIONS", "/api/v1/users"),
            get("/%00"),
            get("/a//b"));
    for (Call call : calls) {
      HttpResponse<String> answer = call.send();
      SecurityHeaders.expect(name -> answer.headers().firstValue(name).orElse(null));
      assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
      assertThat(answer.headers().allValues("Cache-Control")).hasSize(1);
      assertThat(answer.headers().firstValue("Strict-Transport-Security"))
          .as("not told over http")
          .isEmpty();
    }
  }

  @Test
  @DisplayName("No answer of the API is cached, whatever the service says")
  void apiIsNotCached() throws Exception {
    USER.answer(
        "/api/v1/users",
        (exchange, body) -> {
          exchange.getResponseHeaders().set("Cache-Control", "public, max-age=3600");
          exchange.getResponseHeaders().set("X-Frame-Options", "ALLOWALL");
          StubService.json(exchange, 200, "{}");
        });
    HttpResponse<String> answer = get("/api/v1/users").as(SESSIONS.open()).send();
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
  }
}
