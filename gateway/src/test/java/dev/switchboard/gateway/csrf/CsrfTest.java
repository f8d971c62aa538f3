package dev.switchboard.gateway.csrf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.gateway.testing.GatewayTest;
import dev.switchboard.gateway.testing.StubSessions;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsrfTest extends GatewayTest {
  private static final String TOKEN = "11111111-2222-3333-4444-555555555555";

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  @DisplayName("A change with a session wants the token of the cookie in the header")
  void changeWantsToken(String method) throws Exception {
    StubSessions.Session session = SESSIONS.open();
    String both = session.cookie() + "; XSRF-TOKEN=" + TOKEN;
    change(method).header("Cookie", session.cookie()).expectProblem(403, "csrf.missing");
    change(method).header("Cookie", both).expectProblem(403, "csrf.missing");
    change(method)
        .header("Cookie", both)
        .header("X-XSRF-TOKEN", "99999999-2222-3333-4444-555555555555")
        .expectProblem(403, "csrf.missing");
    change(method)
        .header("Cookie", both)
        .header("X-XSRF-TOKEN", "")
        .expectProblem(403, "csrf.missing");
    change(method)
        .header("Cookie", session.cookie())
        .header("X-XSRF-TOKEN", TOKEN)
        .expectProblem(403, "csrf.missing");
    assertThat(USER.seen()).isEmpty();
    assertThat(SESSIONS.countAndReset()).isZero();

    assertThat(change(method).header("Cookie", both).header("X-XSRF-TOKEN", TOKEN).status())
        .isEqualTo(200);
  }

  @Test
  @DisplayName("A read needs no token, and brings the cookie that the console reads it from")
  void readBringsToken() throws Exception {
    HttpResponse<String> answer = get("/api/v1/session").as(SESSIONS.open()).send();
    assertThat(answer.statusCode()).isEqualTo(200);
    String cookie = xsrfCookie(answer);
    assertThat(cookie)
        .contains("Path=/", "SameSite=Strict")
        .doesNotContain("HttpOnly", "Secure", "Domain");

    StubSessions.Session session = SESSIONS.open();
    String value = cookie.substring("XSRF-TOKEN=".length(), cookie.indexOf(';'));
    assertThat(
            change("POST")
                .header("Cookie", session.cookie() + "; XSRF-TOKEN=" + value)
                .header("X-XSRF-TOKEN", value)
                .status())
        .isEqualTo(200);
  }

  @Test
  @DisplayName("A refusal for want of a token brings one, so that the console can repeat")
  void refusalBringsToken() throws Exception {
    HttpResponse<String> answer =
        change("POST").as(SESSIONS.open()).expectProblem(403, "csrf.missing");
    assertThat(xsrfCookie(answer)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "unknown", ""})
  @DisplayName("No other site, no sibling host changes anything, with a token or before sign-in")
  void otherSitesAreRefused(String site) throws Exception {
    StubSessions.Session session = SESSIONS.open();
    call("POST", "/api/v1/users")
        .header("Cookie", session.cookie() + "; XSRF-TOKEN=" + TOKEN)
        .header("X-XSRF-TOKEN", TOKEN)
        .header("Sec-Fetch-Site", site)
        .expectProblem(403, "csrf.cross-site");
    for (String open : new String[] {"session", "accounts", "invitations/accept"}) {
      post("/api/v1/" + open).header("Sec-Fetch-Site", site).expectProblem(403, "csrf.cross-site");
    }
    assertThat(USER.seen()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example", "null", "http://localhost", "http://localhost.evil"})
  @DisplayName("A browser that tells only the Origin is judged by it")
  void foreignOriginIsRefused(String origin) throws Exception {
    post("/api/v1/session").header("Origin", origin).expectProblem(403, "csrf.cross-site");
    assertThat(USER.seen()).isEmpty();
  }

  @Test
  @DisplayName("The product's own pages, and clients that are no browser, pass")
  void ownPagesPass() throws Exception {
    for (String site : new String[] {"same-origin", "none"}) {
      assertThat(post("/api/v1/session").header("Sec-Fetch-Site", site).status()).isEqualTo(200);
    }
    for (String origin : new String[] {"http://localhost:8080", "http://localhost:" + port}) {
      assertThat(post("/api/v1/session").header("Origin", origin).status()).isEqualTo(200);
    }
    assertThat(post("/api/v1/session").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  @DisplayName("Reading passes from anywhere: a link in a mail opens the console")
  void readingPasses(String method) throws Exception {
    assertThat(
            call(method, "/api/v1/users")
                .as(SESSIONS.open())
                .header("Sec-Fetch-Site", "cross-site")
                .status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPTIONS", "TRACE", "PROPFIND", "get"})
  @DisplayName("No CORS and no odd methods")
  void otherMethodsAreRefused(String method) throws Exception {
    HttpResponse<String> answer =
        call(method, "/api/v1/users")
            .header("Origin", "https://evil.example")
            .header("Access-Control-Request-Method", "POST")
            .expectProblem(405, "request.method");
    assertThat(answer.headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control-"));
    assertThat(USER.seen()).isEmpty();
  }

  private Call change(String method) {
    return call(method, "/api/v1/users/42").header("Sec-Fetch-Site", "same-origin");
  }

  private static String xsrfCookie(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("XSRF-TOKEN="))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no XSRF-TOKEN cookie"));
  }
}
