package dev.switchboard.user.testing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a user does in his settings to sign in with two steps. */
public record TwoStepCalls(MockMvc http, JsonMapper json, Clock clock) {

  /** A user whose two-step sign-in is on. */
  public record On(Authenticator app, List<String> recoveryCodes) {}

  /** Sets it up for a user whose password is {@link Company#PASSWORD}. */
  public On switchOn(RequestPostProcessor caller) {
    Authenticator app = begin(caller);
    MockHttpServletResponse answer = call("confirmation", Map.of("code", app.code(0)), caller);
    return new On(app, codes(answer));
  }

  /** Begins to, and returns the app with the new secret. */
  public Authenticator begin(RequestPostProcessor caller) {
    MockHttpServletResponse answer =
        call("enrolment", Map.of("password", Company.PASSWORD), caller);
    return new Authenticator(body(answer).path("secret").asString(), clock);
  }

  /** The recovery codes in an answer. */
  public List<String> codes(MockHttpServletResponse answer) {
    List<String> codes =
        body(answer).path("recoveryCodes").valueStream().map(JsonNode::asString).toList();
    if (answer.getStatus() != 200 || codes.isEmpty()) {
      throw new AssertionError(answer.getStatus() + " " + Company.read(answer));
    }
    return codes;
  }

  public MockHttpServletResponse call(
      String path, Map<String, String> body, RequestPostProcessor caller) {
    return Company.send(
        http, MockMvcRequestBuilders.post("/api/v1/two-step/" + path).with(caller), json, body);
  }

  public MockHttpServletResponse signIn(String email, String code) {
    return Company.send(
        http,
        MockMvcRequestBuilders.post("/api/v1/session"),
        json,
        Map.of("email", email, "password", Company.PASSWORD, "code", code));
  }

  private JsonNode body(MockHttpServletResponse answer) {
    return json.readTree(Company.read(answer));
  }
}
