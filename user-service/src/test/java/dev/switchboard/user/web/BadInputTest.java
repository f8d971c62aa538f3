package dev.switchboard.user.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.DatabaseSearch;
import dev.switchboard.user.testing.Endpoint;
import dev.switchboard.user.testing.MappedEndpoints;
import dev.switchboard.user.testing.UserServiceTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Whatever comes in: problem+json, never a 5xx. */
class BadInputTest extends UserServiceTest {
  @Autowired private MappedEndpoints endpoints;
  private Company company;

  @BeforeEach
  void signUp() {
    company = companies.signUp(1, 0, 0);
  }

  static Stream<Endpoint> withBody() {
    return Arrays.stream(Endpoint.values()).filter(endpoint -> endpoint.body() != null);
  }

  @ParameterizedTest
  @DisplayName("A body that is not the documented JSON is refused with problem+json")
  @MethodSource("withBody")
  void brokenBodies(Endpoint endpoint) {
    List<String> bodies =
        List.of(
            "",
            " ",
            "{",
            "}",
            "null",
            "true",
            "7",
            "\"text\"",
            "[]",
            "[{}]",
            "{}",
            "{} {}",
            "{'a':1}",
            "{\"a\":NaN}",
            "{\"a\":01}",
            "{\"\":1}",
            "{\"__proto__\":{}}",
            "<xml/>",
            "a=b&c=d",
            "\uFEFF{}",
            "{\"a\":" + "[".repeat(10_000),
            "[".repeat(100_000),
            "{\"a\":".repeat(5_000),
            "{\"a\":\"" + "x".repeat(999_000) + "\"}",
            "{\"a\":\"" + "x".repeat(1_100_000) + "\"}",
            "{\"a\":" + "9".repeat(5_000) + "}",
            "{\"a\":1e999999999}");
    for (String body : bodies) {
      if (endpoint.isPartial() && body.endsWith("{}") && body.length() <= 3) {
        continue; // nothing is to change: that is no mistake
      }
      refused(send(endpoint, body.getBytes(StandardCharsets.UTF_8)), shorten(body));
    }
    refused(send(endpoint, new byte[] {(byte) 0xc3, 0x28}), "bad UTF-8");
    refused(send(endpoint, new byte[] {'{', '"', 'a', '"', ':', '"', 0, '"', '}'}), "raw NUL");
    refused(send(endpoint, "[]".getBytes(StandardCharsets.UTF_16)), "UTF-16");
  }

  @ParameterizedTest
  @DisplayName("A property of the wrong kind, missing, or unknown is refused with problem+json")
  @MethodSource("withBody")
  void brokenProperties(Endpoint endpoint) {
    List<Object> wrong = new ArrayList<>();
    wrong.add(7);
    wrong.add(-1.5);
    wrong.add(true);
    wrong.add(List.of());
    wrong.add(List.of("a@example.com", "b@example.com"));
    wrong.add(Map.of("a", "b"));
    wrong.add("");
    wrong.add("nul\u0000");
    wrong.add("x".repeat(500_000));
    Map<String, Object> good = good(endpoint);
    for (String name : good.keySet()) {
      for (Object value : wrong) {
        if (value.getClass() == good.get(name).getClass() && value instanceof Boolean) {
          continue; // both are right
        }
        refused(with(endpoint, name, value), name + " = " + shorten(String.valueOf(value)));
      }
      Map<String, Object> without = new HashMap<>(good(endpoint));
      without.remove(name);
      if (!endpoint.isPartial()) {
        refused(send(endpoint, json.writeValueAsBytes(without)), "without " + name);
      }
      without.put(name, null);
      refused(send(endpoint, json.writeValueAsBytes(without)), name + " = null");
      String lone =
          json.writeValueAsString(good)
              .replaceFirst("\"" + name + "\":\"", "\"" + name + "\":\"\\\\ud83d");
      if (!lone.equals(json.writeValueAsString(good))) {
        refused(send(endpoint, lone.getBytes(StandardCharsets.UTF_8)), "lone surrogate in " + name);
      }
    }
    MockHttpServletResponse unknown = with(endpoint, "role", "ADMIN");
    assertThat(unknown.getStatus()).isEqualTo(400);
    assertThat(code(unknown)).isEqualTo("request.unknown-property");
    assertThat(body(unknown).path("errors").path(0).path("pointer").asString()).isEqualTo("/role");
  }

  @Test
  @DisplayName("An e-mail given as an array is refused where it is asked for")
  void emailAsArray() {
    MockHttpServletResponse answer =
        post(
            "/api/v1/session",
            Map.of("email", List.of(company.adminEmail()), "password", Company.PASSWORD));

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(body(answer).path("errors").path(0).path("pointer").asString()).startsWith("/email");
  }

  @ParameterizedTest
  @DisplayName("D3 an e-mail for a reset link is one address, in no disguise two")
  @MethodSource("addressesInDisguise")
  void resetForOneAddressOnly(Object disguise) {
    MockHttpServletResponse answer = post("/api/v1/password-resets", Map.of("email", disguise));

    refused(answer, String.valueOf(disguise));
    assertThat(
            database()
                .sql("select count(*) from password_reset_request where email like '%,%'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  static Stream<Object> addressesInDisguise() {
    String mine = "thief@thieves.example";
    String his = "ada@harborlight.example";
    return Stream.of(
        List.of(his, mine),
        List.of(his),
        Map.of("0", his),
        his + "," + mine,
        his + ";" + mine,
        his + " " + mine,
        his + "\n" + mine,
        his + "\r\nBcc: " + mine,
        his + "%0aBcc:" + mine,
        "<" + his + ">," + mine,
        "\"" + his + "\"@thieves.example",
        7,
        true);
  }

  @ParameterizedTest
  @DisplayName("A wrong media type answers 415, an unacceptable one 406")
  @MethodSource("withBody")
  void mediaTypes(Endpoint endpoint) {
    byte[] body = json.writeValueAsBytes(good(endpoint));
    for (String type :
        List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data")) {
      MockHttpServletResponse answer =
          Company.perform(http, request(endpoint).contentType(type).content(body));
      assertThat(answer.getStatus()).as(type).isEqualTo(415);
      assertThat(code(answer)).isEqualTo("request.media-type");
    }
    refused(Company.perform(http, request(endpoint).content(body)), "no media type");
    refused(
        Company.perform(http, request(endpoint).header("Content-Type", "nonsense").content(body)),
        "nonsense");
    MockHttpServletResponse xml =
        Company.perform(
            http,
            request(endpoint)
                .accept(MediaType.APPLICATION_XML)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    assertThat(xml.getStatus()).isEqualTo(406);
    assertThat(code(xml)).isEqualTo("request.not-acceptable");
  }

  @Test
  @DisplayName(
      "A1 a request that asks for an answer in another format is refused before its effect")
  void notAcceptableChangesNothing() {
    String email = Company.newEmail("xml");

    MockHttpServletResponse answer =
        Company.perform(
            http,
            MockMvcRequestBuilders.post("/api/v1/accounts")
                .accept(MediaType.APPLICATION_XML)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsBytes(Company.signUpBody(email, 1, 0, 0))));

    assertThat(answer.getStatus()).isEqualTo(406);
    assertThat(DatabaseSearch.tablesWith(database(), email)).isEmpty();
  }

  @Test
  @DisplayName("Every endpoint declares what it answers, so that 406 comes before its effect")
  void everyEndpointDeclaresItsFormat() {
    assertThat(endpoints.all())
        .isNotEmpty()
        .allSatisfy(info ->
            assertThat(info.getProducesCondition().getProducibleMediaTypes())
                .as("%s", info)
                .containsExactly(
                    info.getPatternValues().contains(Endpoint.EXPORT_AUDIT_LOG.path())
                        ? Endpoint.EXPORT_AUDIT_LOG.format()
                        : MediaType.APPLICATION_JSON));
  }

  @Test
  @DisplayName("A wrong method answers 405 with Allow")
  void methods() {
    for (Endpoint endpoint : Endpoint.values()) {
      for (HttpMethod method : methodsWithout(endpoint.path())) {
        MockHttpServletResponse answer =
            Company.perform(
                http,
                MockMvcRequestBuilders.request(
                        method, endpoint.path().replace("{id}", UUID.randomUUID().toString()))
                    .with(company.asAdmin()));
        assertThat(answer.getStatus()).as("%s %s", method, endpoint).isEqualTo(405);
        assertThat(code(answer)).isEqualTo("request.method");
        assertThat(answer.getHeader("Allow")).contains(endpoint.method().name());
      }
    }
  }

  private static List<HttpMethod> methodsWithout(String path) {
    return Stream.of(HttpMethod.PUT, HttpMethod.PATCH)
        .filter(method ->
            Arrays.stream(Endpoint.values())
                .noneMatch(each -> each.path().equals(path) && each.method().equals(method)))
        .toList();
  }

  @ParameterizedTest
  @DisplayName("An id that is none is the address of nothing")
  @ValueSource(strings = {"1", "null", "%00", "..;", "-", "x'; drop table users; --", "{id}"})
  void badIds(String id) {
    for (Endpoint endpoint : Endpoint.values()) {
      if (endpoint.path().contains("{id}")) {
        MockHttpServletRequestBuilder request =
            MockMvcRequestBuilders.request(endpoint.method(), endpoint.path(), id)
                .with(company.asAdmin());
        if (endpoint.body() != null) {
          request
              .contentType(MediaType.APPLICATION_JSON)
              .content(json.writeValueAsBytes(good(endpoint)));
        }
        refused(Company.perform(http, request), endpoint + " " + id);
      }
    }
  }

  static Stream<String> badQueries() {
    return Stream.of(
        "limit=0",
        "limit=-1",
        "limit=201",
        "limit=x",
        "limit=99999999999",
        "limit=1.5",
        "sort=id",
        "sort=lastName,firstName",
        "sort=last_name;drop",
        "plan=GOLD",
        "plan=basic",
        "plan=0",
        "state=JOINED",
        "state=INVITED;ACTIVE",
        "withoutNumber=maybe",
        "cursor=",
        "cursor=x",
        "cursor=W10",
        "cursor=bnVsbA",
        "cursor=" + "A".repeat(5_000),
        "search=" + "x".repeat(201));
  }

  @ParameterizedTest
  @DisplayName("B4 a query that can't be meant is refused, not guessed")
  @MethodSource("badQueries")
  void badQueries(String query) {
    refused(get("/api/v1/users?" + query, company.asAdmin()), query);
  }

  @ParameterizedTest
  @DisplayName("H2 a query of the audit log that can't be meant is refused, also by the export")
  @ValueSource(
      strings = {
        "actor=me",
        "action=",
        "action=user",
        "action=user.suspended,user.deleted",
        "action=user.*",
        "from=yesterday",
        "from=2026-13-01T00:00:00Z",
        "from=-1000000000-01-01T00:00:00Z",
        "to=%2B1000000000-12-31T23:59:59Z",
        "to=10000-01-01T00:00:00Z",
        "from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z",
      })
  void badAuditQueries(String query) {
    refused(getEncoded("/api/v1/audit?" + query, company.asAdmin()), query);
    refused(getEncoded("/api/v1/audit/export?" + query, company.asAdmin()), query);
  }

  @ParameterizedTest
  @DisplayName("H2 a page of the audit log that can't be meant is refused")
  @ValueSource(
      strings = {
        "limit=0",
        "limit=201",
        "cursor=",
        "cursor=x",
        "cursor=W10",
        "cursor=WyJ4IiwieSJd",
        "cursor=WyIyMDI2LTExLTAyVDAwOjAwOjAwWiIsbnVsbF0",
        "cursor=WyIrMTAwMDAwMDAwMC0xMi0zMVQyMzo1OTo1OVoiLCIwMTk5OGYzYS02YzAwLTdhMTAtODAwMC00YzFmMGE5YmUwMDEiXQ",
      })
  void badAuditPages(String query) {
    refused(get("/api/v1/audit?" + query, company.asAdmin()), query);
    refused(get("/api/v1/audit?subject=" + "x".repeat(101), company.asAdmin()), "long subject");
  }

  @ParameterizedTest
  @DisplayName("I1 a search of support that can't be meant is refused")
  @ValueSource(
      strings = {
        "accounts",
        "accounts?search=",
        "accounts?search=a",
        "accounts?search=%20a%20",
        "accounts?search=%00",
        "accounts/01998f3a-6c00-7a10-8000-4c1f0a9be001/users?limit=0",
        "accounts/01998f3a-6c00-7a10-8000-4c1f0a9be001/users?cursor=x",
      })
  void badSupportQueries(String query) {
    RequestPostProcessor support = tokens.support(UUID.randomUUID());
    refused(getEncoded("/api/v1/support/" + query, support), query);
    refused(get("/api/v1/support/accounts?search=" + "x".repeat(201), support), "long search");
  }

  @ParameterizedTest
  @DisplayName("B4 a search for anything is a search")
  @ValueSource(
      strings = {
        "%",
        "_",
        "\\",
        "\\\\%",
        "'",
        "\"",
        "*",
        "(",
        "[",
        "{0}",
        ":word0",
        "?",
        "$1",
        "😀",
        "\uD83D",
        "  ",
        "a'b\"c\\d%e_f"
      })
  void oddSearches(String search) {
    MockHttpServletResponse answer =
        Company.perform(
            http,
            MockMvcRequestBuilders.get("/api/v1/users")
                .param("search", search)
                .with(company.asAdmin()));
    assertThat(answer.getStatus()).as(Company.read(answer)).isEqualTo(200);
    MockHttpServletResponse accounts =
        Company.perform(
            http,
            MockMvcRequestBuilders.get("/api/v1/support/accounts")
                .param("search", search + search)
                .with(tokens.support(UUID.randomUUID())));
    assertThat(accounts.getStatus())
        .as(Company.read(accounts))
        .isEqualTo((search + search).strip().length() < 2 ? 422 : 200);
  }

  /** The address as it stands, its escapes included. */
  private MockHttpServletResponse getEncoded(String address, RequestPostProcessor caller) {
    return Company.perform(http, MockMvcRequestBuilders.get(URI.create(address)).with(caller));
  }

  private Map<String, Object> good(Endpoint endpoint) {
    return new LinkedHashMap<>(Objects.requireNonNull(endpoint.body()));
  }

  private MockHttpServletResponse with(Endpoint endpoint, String name, Object value) {
    Map<String, Object> body = good(endpoint);
    body.put(name, value);
    return send(endpoint, json.writeValueAsBytes(body));
  }

  private MockHttpServletResponse send(Endpoint endpoint, byte[] body) {
    return Company.perform(
        http, request(endpoint).contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private MockHttpServletRequestBuilder request(Endpoint endpoint) {
    return MockMvcRequestBuilders.request(
            endpoint.method(), endpoint.path().replace("{id}", company.adminId().toString()))
        .header("If-Match", "*")
        .with(caller(endpoint));
  }

  private RequestPostProcessor caller(Endpoint endpoint) {
    return endpoint.isForSupport() ? tokens.support(UUID.randomUUID()) : company.asAdmin();
  }

  private void refused(MockHttpServletResponse answer, String what) {
    assertThat(answer.getStatus()).as("%s: %s", what, Company.read(answer)).isBetween(400, 499);
    assertThat(answer.getContentType()).as(what).startsWith("application/problem+json");
    assertThat(code(answer)).as(what).isNotEmpty();
    assertThat(Company.read(answer))
        .as(what)
        .doesNotContain("java.", "tools.jackson", "org.spring");
  }

  private static String shorten(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
