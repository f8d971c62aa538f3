package dev.switchboard.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.client.Answer;
import dev.switchboard.local.client.Client;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A6: every operation of every service's OpenAPI document, tried through the gateway by those who
 * may not. What admin and user may with which answer is told by each service's own matrix.
 */
class CallerMatrixTest extends JourneyTest {
  private static final List<String> SERVICES =
      List.of("user-service", "numbering-service", "billing-service", "notification-service");
  private static final String SESSION = "__Host-switchboard-session=";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** Of everybody who is signed in, whoever he is. */
  private static final Set<String> OF_ALL_SESSIONS =
      Set.of("GET /api/v1/session", "DELETE /api/v1/session");

  private static Company company;
  private static Company other;
  private static String colleague;
  private static String joinToken;
  private static Client member;
  private static Map<String, String> formerCookies;
  private static SupportDesk desk;

  /** An operation, and whether it is open to all. */
  record Operation(String method, String path, boolean open) {
    boolean isForSupport() {
      return path.startsWith("/api/v1/support/");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  @BeforeAll
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  static void people() throws Exception {
    company = Company.signUp(baseUrl(), 5, 0, 0);
    other = Company.signUp(baseUrl(), 1, 0, 0);
    awaitSettled(company, company.adminEmail());
    colleague = invite("colleague");
    String invited = Company.newEmail("invited");
    company.invite(invited, "BASIC", false).expect(201);
    joinToken = mailbox().await(invited, 1, Duration.ofSeconds(20)).joinToken();
    member = joined(Company.newEmail("member"));
    String formerEmail = Company.newEmail("former");
    Client former = joined(formerEmail);
    formerCookies = headers(former);
    company.admin().delete("/users/" + company.row(formerEmail).path("id").asString()).expect(204);
    Thread.sleep(1000);
    desk = SupportDesk.open(baseUrl());
  }

  static Stream<Operation> operations() throws IOException {
    List<Operation> operations = new ArrayList<>();
    for (String service : SERVICES) {
      try (InputStream file =
          CallerMatrixTest.class.getResourceAsStream("/contracts/openapi/" + service + ".yaml")) {
        JsonNode paths = new YAMLMapper().readTree(file).path("paths");
        paths.forEachEntry((path, item) ->
            item.forEachEntry((method, operation) -> {
              if (METHODS.contains(method) && path.startsWith("/api/v1/")) {
                operations.add(
                    new Operation(
                        method.toUpperCase(java.util.Locale.ROOT),
                        path,
                        operation.has("security") && operation.path("security").isEmpty()));
              }
            }));
      }
    }
    assertThat(operations).hasSizeGreaterThan(35);
    return operations.stream();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName(
      "A6 nobody, an invited, a former user, support, a user and a stranger's admin get no further than they may")
  @MethodSource("operations")
  void matrix(Operation operation) throws Exception {
    Client nobody = company.stranger();
    nobody.get("/session");
    if (operation.open()) {
      assertThat(call(nobody, operation, Map.of()).status()).as("anybody").isNotIn(401, 403);
      return;
    }
    assertThat(call(nobody, operation, Map.of()).status()).as("anonymous").isEqualTo(401);
    assertThat(call(nobody, operation, invitedHeaders()).status()).as("invited").isEqualTo(401);
    assertThat(call(company.stranger(), operation, formerCookies).status())
        .as("former user")
        .isEqualTo(401);
    if (OF_ALL_SESSIONS.contains(operation.toString())) {
      return;
    }
    int bySupport = call(desk.client(), operation, Map.of()).status();
    if (operation.isForSupport()) {
      assertThat(bySupport).as("support").isNotIn(401, 403);
      assertThat(call(company.admin(), operation, Map.of()).status())
          .as("admin")
          .isIn(400, 403, 422);
    } else {
      assertThat(bySupport).as("support").isEqualTo(403);
    }
    if (operation.path().contains("{")) {
      assertThat(call(member, operation, Map.of()).status()).as("user").isBetween(400, 499);
      assertThat(call(other.admin(), operation, Map.of()).status())
          .as("another account's admin")
          .isBetween(400, 499);
    }
  }

  private static Answer call(Client client, Operation operation, Map<String, String> headers)
      throws IOException {
    String path =
        operation
            .path()
            .substring("/api/v1".length())
            .replace("{id}", colleague)
            .replace("{number}", company.mainNumber())
            .replaceAll("\\{\\w+}", colleague);
    boolean hasBody = !operation.method().equals("GET") && !operation.method().equals("DELETE");
    Map<String, String> all = new HashMap<>(headers);
    all.put("Accept", "*/*");
    if (hasBody) {
      all.put("Content-Type", "application/json");
    }
    return client.send(
        operation.method(), path, (hasBody ? "{}" : "").getBytes(StandardCharsets.UTF_8), all);
  }

  /** He holds a link and nothing else, and tries it wherever a session or token would be. */
  private static Map<String, String> invitedHeaders() {
    Map<String, String> headers = new HashMap<>(headers(member));
    headers.computeIfPresent(
        "Cookie", (name, cookies) -> cookies.replaceFirst(SESSION + "[^;]*", SESSION + joinToken));
    headers.put("Authorization", "Bearer " + joinToken);
    return headers;
  }

  private static Map<String, String> headers(Client client) {
    String cookies = client.cookieHeader();
    String csrf = cookies.replaceFirst(".*XSRF-TOKEN=([^;]*).*", "$1");
    return Map.of("Cookie", cookies, "X-XSRF-TOKEN", csrf);
  }

  private static String invite(String name) throws IOException {
    return company
        .invite(Company.newEmail(name), "BASIC", false)
        .expect(201)
        .body()
        .path("id")
        .asString();
  }

  private static Client joined(String email) throws Exception {
    company.invite(email, "BASIC", false).expect(201);
    String token = mailbox().await(email, 1, Duration.ofSeconds(20)).joinToken();
    Client person = company.stranger();
    person
        .post("/invitations/accept", Map.of("token", token, "password", Company.PASSWORD))
        .expect(204);
    person.signIn(email, Company.PASSWORD).expect(200);
    return person;
  }
}
