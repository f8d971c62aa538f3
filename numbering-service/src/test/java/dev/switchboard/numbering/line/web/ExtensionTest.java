package dev.switchboard.numbering.line.web;

import dev.switchboard.numbering.testing.WebTest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What tests of GET and PUT /users/{id}/extension have at hand. */
abstract class ExtensionTest extends WebTest {
  private static final String PATH = "/api/v1/users/{id}/extension";

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
    return put(PATH, user, body, ifMatch, caller);
  }

  String extensionOf(UUID user) {
    return body(read(user, asAdmin())).path("extension").asString();
  }

  void refused(MockHttpServletResponse answer, int status, String code) {
    refused(answer, status, code, code.startsWith("extension.") ? "/extension" : null);
  }
}
