package dev.switchboard.user.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.time.Ids;
import dev.switchboard.user.testing.AtOnce;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/** B5: a change is visible at once for the one who made it. */
class OwnWritesTest extends UserServiceTest {
  private Company company;

  @BeforeEach
  void signUp() {
    company = companies.signUp(2, 0, 0);
  }

  @Test
  @DisplayName(
      "B5 who has invited sees the row in the next list, with the token of the answer or without")
  void ownInvitationIsVisible() {
    var invited = company.invite(Company.newEmail("own"), "BASIC", false);

    JsonNode page = listWith(String.valueOf(invited.getHeader(ConsistencyToken.HEADER)));

    assertThat(page.path("total").asInt()).isEqualTo(2);
    assertThat(page.path("stale").asBoolean()).isFalse();
    assertThat(company.list("").path("total").asInt()).isEqualTo(2);
  }

  @Test
  @DisplayName("B5 a list that is to wait for another service's event shows its effect, not stale")
  void waitsForTheEvent() {
    UUID userId = company.invited(Company.newEmail("wait"), "BASIC");
    UUID event = Ids.next();

    List<JsonNode> pages =
        AtOnce.run(
            2,
            i -> {
              if (i == 0) {
                topics.send(
                    "numbering.lines.v1",
                    userId.toString(),
                    "line.opened",
                    company.accountId(),
                    company.line(userId, "102", 1),
                    event);
                awaitTakenIn(event);
              }
              return listWith("numbering-service:" + event);
            });

    JsonNode after = pages.getFirst();
    assertThat(after.path("stale").asBoolean()).isFalse();
    assertThat(after.path("items").findValuesAsString("extension")).contains("102");
    JsonNode meanwhile = pages.get(1);
    if (!meanwhile.path("stale").asBoolean()) {
      assertThat(meanwhile.path("items").findValuesAsString("extension")).contains("102");
    }
  }

  @Test
  @DisplayName("B5 a list that waited half a second in vain says that it is stale")
  void staleWhenInVain() {
    assertThat(listWith("numbering-service:" + Ids.next()).path("stale").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @DisplayName("B5 a token that is none is not waited for")
  @ValueSource(strings = {"", "x", ":", "numbering-service:", "numbering-service:x", "a:b:c"})
  void oddTokens(String token) {
    assertThat(listWith(token).path("stale").asBoolean()).isFalse();
  }

  private JsonNode listWith(String token) {
    var answer =
        Company.perform(
            http,
            MockMvcRequestBuilders.get("/api/v1/users")
                .header(ConsistencyToken.HEADER, token)
                .with(company.asAdmin()));
    assertThat(answer.getStatus()).as(Company.read(answer)).isEqualTo(200);
    return body(answer);
  }
}
