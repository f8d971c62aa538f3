package dev.switchboard.user.testing;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;

/** Every endpoint of this service, with a request that an admin may make. */
public enum Endpoint {
  LIST_USERS("GET", "/api/v1/users"),
  READ_USER("GET", "/api/v1/users/{id}"),
  INVITE("POST", "/api/v1/users"),
  RESEND("POST", "/api/v1/users/{id}/invitations"),
  INSPECT_LINK("POST", "/api/v1/invitations/inspect"),
  ACCEPT_LINK("POST", "/api/v1/invitations/accept"),
  SIGN_UP("POST", "/api/v1/accounts"),
  SIGN_IN("POST", "/api/v1/session"),
  WHO_AM_I("GET", "/api/v1/session"),
  SIGN_OUT("DELETE", "/api/v1/session"),
  LIST_SESSIONS("GET", "/api/v1/sessions"),
  END_SESSION("DELETE", "/api/v1/sessions/{id}"),
  EXCHANGE_TOKEN("POST", "/internal/token-exchange"),
  READ_KEYS("GET", "/.well-known/jwks.json"),
  EDIT_USER("PATCH", "/api/v1/users/{id}"),
  SUSPEND("PUT", "/api/v1/users/{id}/suspension"),
  REACTIVATE("DELETE", "/api/v1/users/{id}/suspension"),
  DELETE_USER("DELETE", "/api/v1/users/{id}"),
  RESTORE("POST", "/api/v1/users/{id}/restore"),
  ASK_FOR_RESET("POST", "/api/v1/password-resets"),
  INSPECT_RESET("POST", "/api/v1/password-resets/inspect"),
  COMPLETE_RESET("POST", "/api/v1/password-resets/complete"),
  RESET_PASSWORD("POST", "/api/v1/users/{id}/password-resets"),
  CHANGE_PASSWORD("PUT", "/api/v1/users/{id}/password"),
  READ_TWO_STEP("GET", "/api/v1/two-step"),
  BEGIN_TWO_STEP("POST", "/api/v1/two-step/enrolment"),
  CONFIRM_TWO_STEP("POST", "/api/v1/two-step/confirmation"),
  RENEW_RECOVERY_CODES("POST", "/api/v1/two-step/recovery-codes"),
  SWITCH_TWO_STEP_OFF("POST", "/api/v1/two-step/removal"),
  SWITCH_TWO_STEP_OFF_FOR_USER("DELETE", "/api/v1/users/{id}/two-step"),
  READ_SECURITY("GET", "/api/v1/account/security"),
  CHANGE_SECURITY("PUT", "/api/v1/account/security"),
  READ_AUDIT_LOG("GET", "/api/v1/audit"),
  EXPORT_AUDIT_LOG("GET", "/api/v1/audit/export"),
  SUPPORT_SIGN_IN("POST", "/api/v1/support/session"),
  FIND_ACCOUNTS("GET", "/api/v1/support/accounts"),
  FIND_USERS("GET", "/api/v1/support/accounts/{id}/users"),
  CHANGE_ADMIN("PUT", "/api/v1/support/accounts/{id}/admin");

  private final String method;
  private final String path;

  Endpoint(String method, String path) {
    this.method = method;
    this.path = path;
  }

  public HttpMethod method() {
    return HttpMethod.valueOf(method);
  }

  public String path() {
    return path;
  }

  /** What it answers with. */
  public MediaType format() {
    return this == EXPORT_AUDIT_LOG ? new MediaType("text", "csv") : MediaType.APPLICATION_JSON;
  }

  /** Whether only the operator's own people may call it (I1). */
  public boolean isForSupport() {
    return path.startsWith("/api/v1/support/accounts");
  }

  /** A good body, or null for endpoints without one. */
  public @Nullable Map<String, Object> body() {
    return switch (this) {
      case INVITE -> Company.person("Bo", "Diaz", Company.newEmail("bo"), "BASIC");
      case INSPECT_LINK -> Map.of("token", "unknown");
      case ACCEPT_LINK -> Map.of("token", "unknown", "password", Company.PASSWORD);
      case SIGN_UP -> Company.signUpBody(Company.newEmail("new"), 1, 0, 0);
      case SIGN_IN -> Map.of("email", Company.newEmail("nobody"), "password", Company.PASSWORD);
      case EXCHANGE_TOKEN -> Map.of("session", "unknown");
      case EDIT_USER -> Map.of("firstName", "Zoë", "lastName", "Okoro");
      case ASK_FOR_RESET -> Map.of("email", Company.newEmail("nobody"));
      case INSPECT_RESET -> Map.of("token", "unknown");
      case COMPLETE_RESET -> Map.of("token", "unknown", "password", Company.PASSWORD);
      case CHANGE_PASSWORD ->
          Map.of("currentPassword", Company.PASSWORD, "newPassword", "eleven slow barges upstream");
      case BEGIN_TWO_STEP -> Map.of("password", Company.PASSWORD);
      case CONFIRM_TWO_STEP, RENEW_RECOVERY_CODES -> Map.of("code", "000000");
      case SWITCH_TWO_STEP_OFF -> Map.of("password", Company.PASSWORD, "code", "000000");
      case CHANGE_SECURITY -> Map.of("twoStepRequiredForAdmins", true);
      case SUPPORT_SIGN_IN ->
          Map.of("email", Company.newEmail("nobody"), "password", Company.PASSWORD);
      case CHANGE_ADMIN ->
          Map.of("userId", UUID.randomUUID().toString(), "reason", "The admin has left.");
      case LIST_USERS,
          READ_USER,
          RESEND,
          WHO_AM_I,
          SIGN_OUT,
          LIST_SESSIONS,
          END_SESSION,
          READ_KEYS,
          SUSPEND,
          REACTIVATE,
          DELETE_USER,
          RESTORE,
          RESET_PASSWORD,
          READ_TWO_STEP,
          SWITCH_TWO_STEP_OFF_FOR_USER,
          READ_SECURITY,
          READ_AUDIT_LOG,
          EXPORT_AUDIT_LOG,
          FIND_ACCOUNTS,
          FIND_USERS ->
          null;
    };
  }

  /** Whether each property of the body may be left out. */
  public boolean isPartial() {
    return this == EDIT_USER;
  }

  /** The request with its good body. */
  public MockHttpServletRequestBuilder request(UUID id, JsonMapper json) {
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.request(method(), path, id(id)).header("If-Match", "*");
    if (this == FIND_ACCOUNTS) {
      request.queryParam("search", "harbor");
    }
    Map<String, Object> body = body();
    return body == null
        ? request
        : request.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsBytes(body));
  }

  private Object[] id(Object id) {
    return path.contains("{id}") ? new Object[] {id} : new Object[0];
  }
}
