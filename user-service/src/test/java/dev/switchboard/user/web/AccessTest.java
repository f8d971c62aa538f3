package dev.switchboard.user.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.Endpoint;
import dev.switchboard.user.testing.MappedEndpoints;
import dev.switchboard.user.testing.SupportDesk;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A6: who may do what. */
class AccessTest extends UserServiceTest {
  private static final RequestPostProcessor ANONYMOUS = request -> request;
  private static final Map<Endpoint, Integer> FOR_SUPPORT =
      Map.of(
          Endpoint.WHO_AM_I, 200,
          Endpoint.SIGN_OUT, 204,
          Endpoint.FIND_ACCOUNTS, 200,
          Endpoint.FIND_USERS, 200,
          Endpoint.CHANGE_ADMIN, 404);

  @Autowired private MappedEndpoints endpoints;

  @Test
  @DisplayName("A6 every mapped endpoint is in the matrix")
  void everyEndpointIsInTheMatrix() {
    assertThat(endpoints.methodsAndPaths())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Endpoint.values()).map(e -> e.method() + " " + e.path()).toList());
  }

  /** For {id}: another user of the account, and for sessions one that the caller has not. */
  @ParameterizedTest(name = "{0}")
  @DisplayName("A6 anonymous, user, admin and another account's admin each get what is theirs")
  @CsvSource({
    // endpoint, anonymous, user, admin, other account's admin
    "LIST_USERS, 401, 403, 200, 200",
    "READ_USER, 401, 403, 200, 404",
    "INVITE, 401, 403, 201, 201",
    "RESEND, 401, 403, 409, 404",
    "INSPECT_LINK, 404, 404, 404, 404",
    "ACCEPT_LINK, 404, 404, 404, 404",
    "SIGN_UP, 201, 201, 201, 201",
    "SIGN_IN, 401, 401, 401, 401",
    "WHO_AM_I, 401, 200, 200, 200",
    "SIGN_OUT, 401, 204, 204, 204",
    "LIST_SESSIONS, 401, 200, 200, 200",
    "END_SESSION, 401, 404, 404, 404",
    "EXCHANGE_TOKEN, 401, 401, 401, 401",
    "READ_KEYS, 200, 200, 200, 200",
    "EDIT_USER, 401, 403, 200, 404",
    "SUSPEND, 401, 403, 409, 404",
    "REACTIVATE, 401, 403, 409, 404",
    "DELETE_USER, 401, 403, 204, 404",
    "RESTORE, 401, 403, 409, 404",
    "ASK_FOR_RESET, 202, 202, 202, 202",
    "INSPECT_RESET, 404, 404, 404, 404",
    "COMPLETE_RESET, 404, 404, 404, 404",
    "RESET_PASSWORD, 401, 403, 409, 404",
    "CHANGE_PASSWORD, 401, 403, 403, 404",
    "READ_TWO_STEP, 401, 200, 200, 200",
    "BEGIN_TWO_STEP, 401, 422, 200, 200",
    "CONFIRM_TWO_STEP, 401, 409, 409, 409",
    "RENEW_RECOVERY_CODES, 401, 409, 409, 409",
    "SWITCH_TWO_STEP_OFF, 401, 422, 409, 409",
    "SWITCH_TWO_STEP_OFF_FOR_USER, 401, 403, 204, 404",
    "READ_SECURITY, 401, 403, 200, 200",
    "CHANGE_SECURITY, 401, 403, 200, 200",
    "READ_AUDIT_LOG, 401, 403, 200, 200",
    "EXPORT_AUDIT_LOG, 401, 403, 200, 200",
    "SUPPORT_SIGN_IN, 401, 401, 401, 401",
    "FIND_ACCOUNTS, 401, 403, 403, 403",
    "FIND_USERS, 401, 403, 403, 403",
    "CHANGE_ADMIN, 401, 403, 403, 403",
  })
  void matrix(Endpoint endpoint, int anonymous, int user, int admin, int otherAdmin) {
    Company company = companies.signUp(4, 0, 0);
    Company other = companies.signUp(4, 0, 0);
    UUID colleague = company.invited(Company.newEmail("colleague"), "BASIC");
    UUID member = company.invited(Company.newEmail("member"), "BASIC");

    assertThat(call(endpoint, colleague, ANONYMOUS)).as("anonymous").isEqualTo(anonymous);
    assertThat(call(endpoint, colleague, tokens.user(company.accountId(), member)))
        .as("user")
        .isEqualTo(user);
    assertThat(call(endpoint, colleague, company.asAdmin())).as("admin").isEqualTo(admin);
    assertThat(call(endpoint, colleague, other.asAdmin()))
        .as("other account's admin")
        .isEqualTo(otherAdmin);
  }

  @Test
  @DisplayName("A6 the matrix has an expectation for every endpoint")
  void matrixIsWhole() throws NoSuchMethodException {
    String[] rows =
        AccessTest.class
            .getDeclaredMethod("matrix", Endpoint.class, int.class, int.class, int.class, int.class)
            .getAnnotation(CsvSource.class)
            .value();

    assertThat(Arrays.stream(rows).map(row -> row.substring(0, row.indexOf(','))))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Endpoint.values()).map(Enum::name).toList());
  }

  @ParameterizedTest
  @DisplayName(
      "A6 a token that is expired, forged or for another service opens nothing, not even what is open to all")
  @EnumSource
  void wrongTokens(Endpoint endpoint) {
    UUID account = UUID.randomUUID();
    UUID id = UUID.randomUUID();

    assertThat(call(endpoint, id, tokens.expired(account, id))).isEqualTo(401);
    assertThat(call(endpoint, id, tokens.forged(account, id))).isEqualTo(401);
    assertThat(call(endpoint, id, tokens.otherAudience(account, id))).isEqualTo(401);
    assertThat(call(endpoint, id, tokens.bearer("not-a-token"))).isEqualTo(401);
    assertThat(call(endpoint, id, tokens.bearer("eyJhbGciOiJub25lIn0.e30."))).isEqualTo(401);
  }

  @Test
  @DisplayName("A6 I1 who may not do a thing is told so before his request is read")
  void roleBeforeBody() {
    Company company = companies.signUp(1, 0, 0);
    RequestPostProcessor user = tokens.user(company.accountId(), UUID.randomUUID());
    String noBody = "this is no JSON";

    for (String forAdmins : List.of("/api/v1/users", "/api/v1/users/no-id/restore")) {
      assertThat(post(forAdmins, noBody, user).getStatus()).as(forAdmins).isEqualTo(403);
      assertThat(post(forAdmins, noBody, company.asAdmin()).getStatus())
          .as(forAdmins)
          .isBetween(400, 404);
    }
    String forSupport = "/api/v1/support/accounts/" + company.accountId() + "/admin";
    assertThat(put(forSupport, noBody, company.asAdmin()).getStatus()).isEqualTo(403);
  }

  @ParameterizedTest
  @DisplayName("I1 support gets 403 but where it is meant, and where everybody may come in")
  @EnumSource
  void support(Endpoint endpoint) {
    Company company = companies.signUp(2, 0, 0);
    SupportDesk desk = SupportDesk.open(database());
    UUID id =
        endpoint.isForSupport()
            ? company.accountId()
            : company.invited(Company.newEmail("colleague"), "BASIC");

    int status = call(endpoint, id, tokens.support(desk.id()));

    assertThat(status).isEqualTo(FOR_SUPPORT.getOrDefault(endpoint, forOthers(endpoint, id)));
    if (!endpoint.isForSupport()) {
      assertThat(call(endpoint, desk.id(), tokens.support(desk.id())))
          .as("with an id of its own")
          .isEqualTo(status);
    }
  }

  /** What is open to all answers as it does to anybody. */
  private int forOthers(Endpoint endpoint, UUID id) {
    MockHttpServletResponse anonymous = Company.perform(http, endpoint.request(id, json));
    return Company.read(anonymous).contains("Sign in and try again.") ? 403 : anonymous.getStatus();
  }

  static Stream<Endpoint> withId() {
    return Arrays.stream(Endpoint.values())
        .filter(endpoint -> endpoint.path().contains("{id}") && !endpoint.isForSupport());
  }

  @ParameterizedTest
  @DisplayName("A6 a foreign id answers exactly like an unknown one, and nothing happens to it")
  @MethodSource("withId")
  void foreignLikeUnknown(Endpoint endpoint) {
    Company company = companies.signUp(2, 0, 0);
    Company other = companies.signUp(1, 0, 0);
    UUID foreign =
        endpoint.path().contains("/sessions/")
            ? sessionOf(company)
            : company.invited(Company.newEmail("colleague"), "BASIC");
    String before = company.list("").toString();

    assertThat(text(Company.perform(http, endpoint.request(foreign, json).with(other.asAdmin()))))
        .startsWith("404")
        .isEqualTo(
            text(
                Company.perform(
                    http, endpoint.request(UUID.randomUUID(), json).with(other.asAdmin()))));
    assertThat(company.list("")).hasToString(before);
    assertThat(other.list("").path("total").asInt()).isEqualTo(1);
  }

  private UUID sessionOf(Company company) {
    signIn(company.adminEmail(), Company.PASSWORD);
    return UUID.fromString(
        body(get("/api/v1/sessions", company.asAdmin()))
            .path("items")
            .path(0)
            .path("id")
            .asString());
  }

  @Test
  @DisplayName("A6 a user reads himself and nobody else")
  void userReadsHimself() {
    Company company = companies.signUp(2, 0, 0);
    UUID member = company.invited(Company.newEmail("member"), "BASIC");
    RequestPostProcessor caller = tokens.user(company.accountId(), member);

    assertThat(get("/api/v1/users/" + member, caller).getStatus()).isEqualTo(200);
    assertThat(get("/api/v1/users/" + member, caller).getHeader("ETag")).isEqualTo("\"1\"");
    assertThat(get("/api/v1/users/" + company.adminId(), caller).getStatus()).isEqualTo(403);
  }

  @ParameterizedTest
  @DisplayName("A6 forged identity headers change nothing")
  @EnumSource
  void forgedHeaders(Endpoint endpoint) {
    Company company = companies.signUp(2, 0, 0);
    UUID member = company.invited(Company.newEmail("member"), "BASIC");

    for (RequestPostProcessor caller :
        List.of(ANONYMOUS, tokens.user(company.accountId(), member))) {
      assertThat(call(endpoint, company.adminId(), with(caller, company)))
          .isEqualTo(call(endpoint, company.adminId(), caller));
    }
  }

  private static RequestPostProcessor with(RequestPostProcessor caller, Company company) {
    return request -> {
      request.addHeader("X-Account-Id", company.accountId());
      request.addHeader("X-Switchboard-Account", company.accountId());
      request.addHeader("X-User-Id", company.adminId());
      request.addHeader("X-Forwarded-User", company.adminEmail());
      request.addHeader("X-Role", "ADMIN");
      request.addHeader("X-Original-URL", "/.well-known/jwks.json");
      request.addHeader("X-HTTP-Method-Override", "GET");
      request.addHeader("Forwarded", "for=127.0.0.1;host=localhost");
      return caller.postProcessRequest(request);
    };
  }

  private int call(Endpoint endpoint, UUID id, RequestPostProcessor caller) {
    MockHttpServletResponse answer = Company.perform(http, endpoint.request(id, json).with(caller));
    if (answer.getStatus() >= 400) {
      assertThat(answer.getContentType()).startsWith("application/problem+json");
    }
    return answer.getStatus();
  }

  private static String text(MockHttpServletResponse answer) {
    return answer.getStatus()
        + Company.read(answer)
            .replaceFirst("\"traceId\":\"[^\"]*\",?", "")
            .replaceFirst("\"instance\":\"[^\"]*\",?", "");
  }
}
