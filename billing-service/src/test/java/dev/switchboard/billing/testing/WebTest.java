package dev.switchboard.billing.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.testing.TestTokens;
import dev.switchboard.platform.time.Ids;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests over HTTP have at hand: an account that billing knows, with open slots of BASIC. */
public abstract class WebTest extends BillingTest {
  @Autowired protected JsonMapper json;
  @Autowired protected TestTokens tokens;

  protected Account account = newAccount(0);

  @BeforeEach
  void signUp() {
    account = signUp(2, "BASIC");
  }

  /** Somebody with a seat on this plan. */
  protected UUID seated(String plan) {
    UUID user = Ids.next();
    awaitTaken(invite(account, user, plan, null, true));
    return user;
  }

  protected RequestPostProcessor asAdmin() {
    return tokens.admin(account.id(), account.admin());
  }

  protected MockHttpServletResponse call(
      String method, String path, @Nullable String body, @Nullable String ifMatch) {
    return call(method, path, body, ifMatch, asAdmin());
  }

  protected MockHttpServletResponse call(
      String method,
      String path,
      @Nullable String body,
      @Nullable String ifMatch,
      RequestPostProcessor caller) {
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path).with(caller);
    if (body != null) {
      request.contentType(MediaType.APPLICATION_JSON).content(body);
    }
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    try {
      return http.perform(request).andReturn().getResponse();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The next statement's total, in cents. */
  protected long nextTotal() {
    return ok(call("GET", "/api/v1/statements/next", null, null))
        .path("total")
        .path("amountCents")
        .asLong();
  }

  protected JsonNode ok(MockHttpServletResponse answer) {
    assertThat(answer.getStatus()).as(text(answer)).isEqualTo(200);
    return body(answer);
  }

  protected JsonNode body(MockHttpServletResponse answer) {
    return json.readTree(text(answer));
  }

  protected void refused(
      MockHttpServletResponse answer, int status, String code, @Nullable String pointer) {
    assertThat(answer.getStatus()).as(text(answer)).isEqualTo(status);
    assertThat(answer.getContentType()).startsWith("application/problem+json");
    assertThat(body(answer).path("code").asString()).isEqualTo(code);
    if (pointer != null) {
      assertThat(body(answer).path("errors").path(0).path("pointer").asString()).isEqualTo(pointer);
    }
  }

  protected static String text(MockHttpServletResponse answer) {
    return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
