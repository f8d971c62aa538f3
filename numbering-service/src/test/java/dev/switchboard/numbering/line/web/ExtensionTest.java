package dev.switchboard.numbering.line.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.testing.NumberingTest;
import dev.switchboard.platform.time.Ids;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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

/** What tests of GET and PUT /users/{id}/extension have at hand. */
abstract class ExtensionTest extends NumberingTest {
  private static final String PATH = "/api/v1/users/{id}/extension";

  @Autowired private JsonMapper json;

  final UUID account = Ids.next();
  final UUID admin = Ids.next();

  /** A user with an open line. */
  UUID invited() {
    UUID user = Ids.next();
    awaitSent(invite(account, user));
    return user;
  }

  RequestPostProcessor asAdmin() {
    return tokens.admin(account, admin);
  }

  MockHttpServletResponse read(UUID user, RequestPostProcessor caller) {
    return perform(MockMvcRequestBuilders.get(PATH, user).with(caller));
  }

  /** The admin changes it; without If-Match when that is null. */
  MockHttpServletResponse change(UUID user, String extension, @Nullable String ifMatch) {
    return change(user, extension, ifMatch, asAdmin());
  }

  MockHttpServletResponse change(
      UUID user, String extension, @Nullable String ifMatch, RequestPostProcessor caller) {
    return put(user, json.writeValueAsString(Map.of("extension", extension)), ifMatch, caller);
  }

  MockHttpServletResponse put(
      UUID user, @Nullable String body, @Nullable String ifMatch, RequestPostProcessor caller) {
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.put(PATH, user).contentType(MediaType.APPLICATION_JSON).with(caller);
    if (body != null) {
      request.content(body.getBytes(StandardCharsets.UTF_8));
    }
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return perform(request);
  }

  String extensionOf(UUID user) {
    return body(read(user, asAdmin())).path("extension").asString();
  }

  void refused(MockHttpServletResponse answer, int status, String code) {
    assertThat(answer.getStatus()).as(text(answer)).isEqualTo(status);
    assertThat(answer.getContentType()).startsWith("application/problem+json");
    assertThat(body(answer).path("code").asString()).isEqualTo(code);
    if (code.startsWith("extension.")) {
      assertThat(body(answer).path("errors").path(0).path("pointer").asString())
          .isEqualTo("/extension");
    }
  }

  JsonNode body(MockHttpServletResponse answer) {
    return json.readTree(text(answer));
  }

  static String text(MockHttpServletResponse answer) {
    return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) {
    try {
      return http.perform(request).andReturn().getResponse();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
