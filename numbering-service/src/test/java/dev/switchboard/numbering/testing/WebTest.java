package dev.switchboard.numbering.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.time.Ids;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests over HTTP have at hand: an account, its admin, and its users. */
public abstract class WebTest extends NumberingTest {
  @Autowired protected JsonMapper json;

  protected final UUID account = Ids.next();
  protected final UUID admin = Ids.next();

  /** A user with an open line. */
  protected UUID invited() {
    UUID user = Ids.next();
    awaitSent(invite(account, user));
    return user;
  }

  protected RequestPostProcessor asAdmin() {
    return tokens.admin(account, admin);
  }

  protected MockHttpServletResponse put(
      String path,
      UUID user,
      @Nullable String body,
      @Nullable String ifMatch,
      RequestPostProcessor caller) {
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.put(path, user).contentType(MediaType.APPLICATION_JSON).with(caller);
    if (body != null) {
      request.content(body.getBytes(StandardCharsets.UTF_8));
    }
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return perform(request);
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

  protected JsonNode body(MockHttpServletResponse answer) {
    return json.readTree(text(answer));
  }

  protected static String text(MockHttpServletResponse answer) {
    return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  protected MockHttpServletResponse perform(MockHttpServletRequestBuilder request) {
    try {
      return http.perform(request).andReturn().getResponse();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
