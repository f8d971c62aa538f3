package dev.switchboard.numbering.line.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.testing.DeletedUsers;
import dev.switchboard.numbering.testing.WebTest;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

class BridgeTest extends WebTest {
  private static final String PATH = "/api/v1/users/{id}/bridge";

  @Test
  @DisplayName("F6 a bridge has ten digits, a number to call, a video room and a dashboard")
  void read() {
    UUID user = invited();

    MockHttpServletResponse answer = read(user, tokens.user(account, user));

    String id = body(answer).path("bridgeId").asString();
    assertThat(id).matches("[2-9][0-9]{9}").isEqualTo(opened(user).path("bridgeId").asString());
    assertThat(body(answer).path("videoUrl").asString())
        .isEqualTo("https://meet.jit.si/switchboard-" + id);
    assertThat(body(answer).path("dialIn").asString()).isEqualTo("+18005550199");
    assertThat(body(answer).path("meetingsUrl").asString()).isEqualTo("https://meet.jit.si/");
    assertThat(answer.getHeader("ETag")).isEqualTo("\"1\"");
  }

  @Test
  @DisplayName("F6 who is deleted has no bridge")
  void deleted() {
    UUID user = invited();
    awaitSent(new DeletedUsers(topics, account).delete(user, 2));

    refused(read(user, asAdmin()), 404, "resource.not-found", null);
  }

  private MockHttpServletResponse read(UUID user, RequestPostProcessor caller) {
    return perform(MockMvcRequestBuilders.get(PATH, user).with(caller));
  }
}
