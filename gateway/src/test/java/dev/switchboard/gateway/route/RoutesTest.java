package dev.switchboard.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.gateway.testing.GatewayTest;
import dev.switchboard.gateway.testing.StubService;
import dev.switchboard.gateway.testing.StubSessions;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest extends GatewayTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /phone-numbers/available          | numbering-service
          GET    | /plans                            | billing-service
          POST   | /accounts                         | user-service
          POST   | /session                          | user-service
          GET    | /session                          | user-service
          DELETE | /session                          | user-service
          GET    | /users                            | user-service
          POST   | /users                            | user-service
          GET    | /users/42                         | user-service
          PATCH  | /users/42                         | user-service
          POST   | /users/42/invitations             | user-service
          POST   | /invitations/inspect              | user-service
          POST   | /invitations/accept               | user-service
          POST   | /users/42/password-resets         | user-service
          POST   | /password-resets                  | user-service
          POST   | /password-resets/inspect          | user-service
          POST   | /password-resets/complete         | user-service
          PUT    | /users/42/password                | user-service
          DELETE | /users/42/two-step                | user-service
          GET    | /two-step                         | user-service
          POST   | /two-step/enrolment               | user-service
          POST   | /two-step/confirmation            | user-service
          POST   | /two-step/recovery-codes          | user-service
          POST   | /two-step/removal                 | user-service
          GET    | /account/security                 | user-service
          PUT    | /account/security                 | user-service
          POST   | /support/session                  | user-service
          GET    | /support/accounts?search=harbor   | user-service
          GET    | /support/accounts/42/users        | user-service
          PUT    | /support/accounts/42/admin        | user-service
          PUT    | /users/42/suspension              | user-service
          DELETE | /users/42/suspension              | user-service
          DELETE | /users/42                         | user-service
          POST   | /users/42/restore                 | user-service
          PUT    | /users/42/plan                    | billing-service
          PUT    | /users/42/extension               | numbering-service
          GET    | /users/42/bridge                  | numbering-service
          GET    | /users/42/call-forwarding         | numbering-service
          PUT    | /users/42/call-forwarding         | numbering-service
          DELETE | /users/42/call-forwarding         | numbering-service
          GET    | /phone-numbers                    | numbering-service
          POST   | /phone-numbers                    | numbering-service
          PUT    | /phone-numbers/+12025550123/assignment | numbering-service
          DELETE | /phone-numbers/%2B12025550123/assignment | numbering-service
          DELETE | /phone-numbers/+12025550123       | numbering-service
          POST   | /quotes                           | billing-service
          GET    | /statements                       | billing-service
          GET    | /statements/next                  | billing-service
          GET    | /statements/42                    | billing-service
          GET    | /statements/42.pdf                | billing-service
          POST   | /statements/42/payments           | billing-service
          GET    | /billing-account                  | billing-service
          POST   | /payment-method/setups            | billing-service
          POST   | /payment-method/setups/42/complete | billing-service
          POST   | /payment-provider/events          | billing-service
          GET    | /usage                            | billing-service
          GET    | /sessions                         | user-service
          DELETE | /sessions/42                      | user-service
          GET    | /audit                            | user-service
          GET    | /audit/export?action=user.deleted | user-service
          """)
  @DisplayName("Every path of the API reaches the service that owns it, as it was asked")
  void everyPathReachesItsService(String method, String path, String service) throws Exception {
    HttpResponse<String> answer =
        call(method, "/api/v1" + path).fromConsole(SESSIONS.open()).send();

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"service\":\"" + service + "\"}");
    StubService.Seen seen = serviceNamed(service).only();
    assertThat(seen.method()).isEqualTo(method);
    assertThat(seen.target()).isEqualTo("/api/v1" + path);
  }

  private static StubService serviceNamed(String name) {
    return switch (name) {
      case "user-service" -> USER;
      case "numbering-service" -> NUMBERING;
      case "billing-service" -> BILLING;
      default -> throw new IllegalArgumentException(name);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/",
        "/api/v1",
        "/api/v1/unknown",
        "/api/v2/users",
        "/api/v1/internal/token-exchange",
        "/api/internal/token-exchange",
        "/api/v1/accounts/42",
        "/api/v1/usersx",
        "/api/v1/supportx",
        "/api/v1/two-steps"
      })
  @DisplayName("An unknown path of the API is a 404 problem, for a browser too")
  void unknownPathIsNotFound(String path) throws Exception {
    get(path).header("Accept", "text/html").expectProblem(404, "resource.not-found");
    call("POST", path)
        .fromConsole(SESSIONS.open())
        .body("{}")
        .expectProblem(404, "resource.not-found");
    assertThat(USER.seen()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal/token-exchange",
        "/actuator",
        "/actuator/health",
        "/actuator/prometheus",
        "/.well-known/jwks.json"
      })
  @DisplayName("Internal paths and the actuator are not reachable from outside")
  void internalPathsAreNotReachable(String path) throws Exception {
    get(path).header("Accept", "text/html").expectProblem(404, "resource.not-found");
    call("POST", path).body("{\"session\":\"x\"}").expectProblem(404, "resource.not-found");
    assertThat(SESSIONS.countAndReset()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/users/../../../internal/token-exchange",
        "/api/v1/users/%2e%2e/%2e%2e/%2e%2e/internal/token-exchange",
        "/api/v1/users/..%2f..%2f..%2finternal%2ftoken-exchange",
        "/api/v1/users/%252e%252e/%252e%252e/internal/token-exchange",
        "/api/v1/users;a=b/42",
        "/api/v1//users",
        "//internal/token-exchange",
        "/api/v1/users/%5c..%5c..%5cinternal"
      })
  @DisplayName("No spelling of an address leaves the API")
  void noSpellingLeavesTheApi(String target) throws Exception {
    call("POST", target).fromConsole(SESSIONS.open()).expectProblem(400, "request.malformed");
    assertThat(USER.seen()).isEmpty();
    assertThat(SESSIONS.countAndReset()).isZero();
  }

  @Test
  @DisplayName("A6 No identity header of the client reaches a service")
  void forgedHeadersStopHere() throws Exception {
    StubSessions.Session session = SESSIONS.open();
    List<String> forged =
        List.of(
            "Authorization",
            "X-User-Id",
            "X-User-Role",
            "X-Account-Id",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-User",
            "X-Real-Ip",
            "X-Original-Url",
            "X-Switchboard-Device",
            "X-Http-Method-Override",
            "Forwarded",
            "tracestate",
            "baggage",
            "Referer",
            "Origin",
            "Stripe-Signature",
            "X-Switchboard-Debug");
    Call call = get("/api/v1/users").as(session).header("X-Forwarded-For", "6.6.6.6");
    forged.forEach(name -> call.header(name, "forged"));
    call.header("traceparent", "00-11111111111111111111111111111111-2222222222222222-01");

    assertThat(call.status()).isEqualTo(200);

    StubService.Seen seen = USER.only();
    assertThat(seen.headers().get("Authorization"))
        .containsExactly("Bearer user-token-" + session.sessionId());
    forged.stream()
        .filter(name -> !name.equals("Authorization"))
        .forEach(name -> assertThat(seen.header(name)).as(name).isNull());
    assertThat(seen.header("Cookie")).isNull();
    assertThat(seen.headers().get("X-Forwarded-For")).containsExactly("127.0.0.1");
    assertThat(seen.header("traceparent"))
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-3]")
        .doesNotContain("1111111111111111");
  }

  @Test
  @DisplayName("A public endpoint gets no token, whatever the client sends")
  void publicEndpointGetsNoToken() throws Exception {
    assertThat(
            get("/api/v1/plans").as(SESSIONS.open()).header("Authorization", "Bearer x").status())
        .isEqualTo(200);
    assertThat(BILLING.only().header("Authorization")).isNull();
    assertThat(SESSIONS.countAndReset()).isZero();
  }

  @Test
  @DisplayName("The headers of the API pass, with query and body exactly as they came")
  void requestPassesExactly() throws Exception {
    String query = "?search=a%20b+c%2Bd&search=%C3%A9&empty=&flag&sort=-lastName";
    Call call =
        call("PATCH", "/api/v1/users/42" + query)
            .fromConsole(SESSIONS.open())
            .header("Accept", "application/json")
            .header("Accept-Language", "fr")
            .header("If-Match", "\"3\"")
            .header("If-None-Match", "\"4\"")
            .header("Idempotency-Key", "key-1")
            .header("Consistency-Token", "token-1")
            .header("User-Agent", "Browser/1")
            .body("{\"firstName\":\"Zoë\"}");

    assertThat(call.status()).isEqualTo(200);

    StubService.Seen seen = USER.only();
    assertThat(seen.target()).isEqualTo("/api/v1/users/42" + query);
    assertThat(new String(seen.body(), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("{\"firstName\":\"Zoë\"}");
    assertThat(seen.header("Content-Type")).isEqualTo("application/json");
    assertThat(seen.header("Accept")).isEqualTo("application/json");
    assertThat(seen.header("Accept-Language")).isEqualTo("fr");
    assertThat(seen.header("If-Match")).isEqualTo("\"3\"");
    assertThat(seen.header("If-None-Match")).isEqualTo("\"4\"");
    assertThat(seen.header("Idempotency-Key")).isEqualTo("key-1");
    assertThat(seen.header("Consistency-Token")).isEqualTo("token-1");
    assertThat(seen.header("User-Agent")).isEqualTo("Browser/1");
  }

  @Test
  @DisplayName("A form's body is not taken apart on its way")
  void formPassesUntouched() throws Exception {
    call("POST", "/api/v1/users?a=1")
        .fromConsole(SESSIONS.open())
        .header("Content-Type", "application/x-www-form-urlencoded")
        .body(java.net.http.HttpRequest.BodyPublishers.ofString("b=%32&a=3"))
        .send();
    assertThat(USER.only().body()).asString().isEqualTo("b=%32&a=3");
    assertThat(USER.only().target()).isEqualTo("/api/v1/users?a=1");
  }

  @Test
  @DisplayName("E6 A statement's PDF passes as it is, with its type and its name")
  void filePasses() throws Exception {
    byte[] file = {'%', 'P', 'D', 'F', (byte) 0xE2, 0, '\r', '\n', (byte) 0xFF};
    String name = "inline; filename=\"switchboard-statement-2026-11-02.pdf\"";
    BILLING.answer(
        "/api/v1/statements/42.pdf",
        (exchange, body) -> {
          exchange.getResponseHeaders().set("Content-Type", "application/pdf");
          exchange.getResponseHeaders().set("Content-Disposition", name);
          exchange.sendResponseHeaders(200, file.length);
          exchange.getResponseBody().write(file);
        });

    HttpResponse<byte[]> answer =
        get("/api/v1/statements/42.pdf").as(SESSIONS.open()).send(BodyHandlers.ofByteArray());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(file);
    assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/pdf");
    assertThat(answer.headers().allValues("Content-Disposition")).containsExactly(name);
    assertThat(BILLING.only().header("Authorization")).startsWith("Bearer ");
  }

  @Test
  @DisplayName("An answer passes with the headers of the API only")
  void answerPasses() throws Exception {
    USER.answer(
        "/api/v1/users",
        (exchange, body) -> {
          var headers = exchange.getResponseHeaders();
          headers.set("ETag", "\"7\"");
          headers.set("Consistency-Token", "event-1");
          headers.set("Location", "/api/v1/users/42");
          headers.set("Set-Cookie", "a=b");
          headers.set("Server", "secret/1.0");
          headers.set("X-Powered-By", "secret");
          headers.set("Cache-Control", "max-age=60");
          headers.set("Access-Control-Allow-Origin", "*");
          StubService.json(exchange, 201, "{\"id\":42}");
        });

    HttpResponse<String> answer = post("/api/v1/users").fromConsole(SESSIONS.open()).send();

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo("{\"id\":42}");
    assertThat(answer.headers().firstValue("ETag")).hasValue("\"7\"");
    assertThat(answer.headers().firstValue("Consistency-Token")).hasValue("event-1");
    assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/users/42");
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(c -> c.startsWith("a=b"));
    assertThat(answer.headers().map())
        .doesNotContainKeys("server", "x-powered-by", "access-control-allow-origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/session", "/api/v1/support/session"})
  @DisplayName("A4 The cookies of a sign-in pass: the session's and the device's")
  void cookiesOfSignInPass(String path) throws Exception {
    String session = "__Host-switchboard-session=new; Path=/; Secure; HttpOnly; SameSite=Lax";
    String device = "__Host-switchboard-device=new; Path=/; Secure; HttpOnly; SameSite=Lax";
    USER.answer(
        path,
        (exchange, body) -> {
          exchange.getResponseHeaders().add("Set-Cookie", session);
          exchange.getResponseHeaders().add("Set-Cookie", device);
          StubService.json(exchange, 200, "{}");
        });
    HttpResponse<String> answer = post(path).send();
    assertThat(answer.headers().allValues("Set-Cookie"))
        .contains(session, device)
        .anyMatch(c -> c.startsWith("XSRF-TOKEN="));
  }

  @Test
  @DisplayName("A3 A sign-in learns which browser it comes from, by its cookie and not its header")
  void deviceCookieReachesSignIn() throws Exception {
    String device = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO_-";
    post("/api/v1/session")
        .header("Cookie", "a=b; __Host-switchboard-device=" + device)
        .header("X-Switchboard-Device", "forged")
        .send();

    assertThat(USER.only().headers().get("X-Switchboard-Device")).containsExactly(device);
    assertThat(USER.only().header("Cookie")).isNull();
  }

  @Test
  @DisplayName(
      "E7 The payment provider's notice passes without a session, with its signature and as it came")
  void noticeBringsItsSignature() throws Exception {
    post("/api/v1/payment-provider/events")
        .header("Stripe-Signature", "t=1,v1=abc")
        .body("{ \"type\" : \"payment_intent.succeeded\" }")
        .send();

    assertThat(BILLING.only().header("Stripe-Signature")).isEqualTo("t=1,v1=abc");
    assertThat(BILLING.only().header("Authorization")).isNull();
    assertThat(BILLING.only().body())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("{ \"type\" : \"payment_intent.succeeded\" }");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /api/v1/session",
    "DELETE, /api/v1/session",
    "POST,   /api/v1/support/session",
    "POST,   /api/v1/password-resets/complete",
    "GET,    /api/v1/users"
  })
  @DisplayName("A3 Nothing but a sign-in learns it")
  void deviceCookieReachesNothingElse(String method, String path) throws Exception {
    StubSessions.Session session = SESSIONS.open();
    call(method, path)
        .header(
            "Cookie",
            session.cookie()
                + "; XSRF-TOKEN=11111111-2222-3333-4444-555555555555"
                + "; __Host-switchboard-device=abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO_-")
        .header("X-XSRF-TOKEN", "11111111-2222-3333-4444-555555555555")
        .header("X-Switchboard-Device", "forged")
        .send();

    assertThat(USER.only().header("X-Switchboard-Device")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO_-x",
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO_%"
      })
  @DisplayName("A3 A device cookie of another form is not passed on")
  void strangeDeviceCookieStopsHere(String value) throws Exception {
    post("/api/v1/session").header("Cookie", "__Host-switchboard-device=" + value).send();

    assertThat(USER.only().header("X-Switchboard-Device")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/password-resets/inspect",
        "/api/v1/password-resets/complete",
        "/api/v1/support/session"
      })
  @DisplayName("D3, I1 Who has forgotten his password, and support, need no session to begin")
  void openToAll(String path) throws Exception {
    assertThat(post(path).status()).isEqualTo(200);
    assertThat(USER.only().header("Authorization")).isNull();
    get(path).expectProblem(401, "auth.required");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/two-step",
    "POST, /api/v1/two-step/enrolment",
    "PUT, /api/v1/account/security",
    "GET, /api/v1/support/accounts",
    "GET, /api/v1/audit/export",
    "PUT, /api/v1/users/42/password"
  })
  @DisplayName("A6 What is somebody's own needs a session")
  void needsSession(String method, String path) throws Exception {
    call(method, path).body("{}").expectProblem(401, "auth.required");
    assertThat(USER.seen()).isEmpty();
  }

  @Test
  @DisplayName("A service's own problem passes unchanged, Retry-After included")
  void problemOfServicePasses() throws Exception {
    String problem = "{\"status\":429,\"code\":\"invitation.resend-too-soon\",\"extra\":[1]}";
    USER.answer(
        "/api/v1/users/42/invitations",
        (exchange, body) -> {
          exchange.getResponseHeaders().set("Retry-After", "60");
          StubService.send(exchange, 429, "application/problem+json", problem);
        });
    HttpResponse<String> answer =
        post("/api/v1/users/42/invitations").fromConsole(SESSIONS.open()).send();
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).isEqualTo(problem);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("60");
  }

  @ParameterizedTest
  @CsvSource({
    "400,400,request.malformed",
    "404,404,resource.not-found",
    "500,500,internal.error",
    "502,503,service.unavailable",
    "504,503,service.timeout"
  })
  @DisplayName("A service's error page becomes a problem")
  void errorPageBecomesProblem(int status, int told, String code) throws Exception {
    USER.answer(
        "/api/v1/users",
        (exchange, body) ->
            StubService.send(exchange, status, "text/html", "<html>stack trace</html>"));
    HttpResponse<String> answer =
        get("/api/v1/users").as(SESSIONS.open()).expectProblem(told, code);
    assertThat(answer.body()).doesNotContain("stack trace");
  }

  @Test
  @DisplayName("HEAD is answered without a body")
  void headPasses() throws Exception {
    HttpResponse<String> answer = call("HEAD", "/api/v1/users").as(SESSIONS.open()).send();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(USER.only().method()).isEqualTo("HEAD");
  }
}
