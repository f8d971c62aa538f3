package dev.switchboard.user.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.time.Ids;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ForwardingMailTest extends UserServiceTest {
  private static final String LINES = "numbering.lines.v1";
  private static final String TEMPLATE = "forwarding-changed";
  private static final String TARGET = "+12125550187";

  private Company company;
  private UUID user;

  @BeforeEach
  void company() {
    company = companies.signUp(3, 0, 0);
    user = company.adminId();
  }

  @Test
  @DisplayName("F5 a user is mailed where his calls go now, and when they go there no longer")
  void mailed() {
    deliver(LINES, user, "line.opened", company.accountId(), company.line(user, "101", 1));

    change(user, 2, TARGET);
    change(user, 3, null);

    List<JsonNode> mails = awaitMails(user, TEMPLATE, 2);
    assertThat(mails).hasSize(2);
    assertThat(mails.getFirst().at("/model/number").asString()).isEqualTo(TARGET);
    assertThat(mails.getFirst().at("/to/email").asString()).isEqualTo(company.adminEmail());
    assertThat(mails.getFirst().at("/model/changedAt").asString()).isNotBlank();
    assertThat(mails.getLast().at("/model").has("number")).isFalse();
    assertThat(company.row(user).path("forwardTo").isNull()).isTrue();
  }

  @Test
  @DisplayName("J2 twice is one mail, and what comes late is none")
  void twiceAndLate() {
    UUID id = Ids.next();
    Map<String, Object> changed = changed(user, 5, TARGET, List.of("forwardTo"));
    for (int i = 0; i < 2; i++) {
      topics.send(LINES, user.toString(), "line.changed", company.accountId(), changed, id);
    }
    awaitTakenIn(id);

    change(user, 4, "+12125550188");

    assertThat(awaitMails(user, TEMPLATE, 1)).hasSize(1);
    assertThat(company.row(user).path("forwardTo").asString()).isEqualTo(TARGET);
  }

  @Test
  @DisplayName("What else changes of a line is not mailed")
  void somethingElse() {
    deliver(
        LINES,
        user,
        "line.changed",
        company.accountId(),
        changed(user, 2, TARGET, List.of("extension")));

    assertThat(awaitMails(user, TEMPLATE, 0)).isEmpty();
  }

  @Test
  @DisplayName("F5 who has not joined is not told, and who is deleted neither")
  void others() {
    UUID invited = company.invited(Company.newEmail("soon"), "BASIC");
    change(invited, 2, TARGET);
    UUID joined = company.invited(Company.newEmail("gone"), "BASIC");
    delete("/api/v1/users/" + joined, company.asAdmin());
    change(joined, 2, TARGET);

    assertThat(awaitMails(invited, TEMPLATE, 0)).isEmpty();
    assertThat(awaitMails(joined, TEMPLATE, 0)).isEmpty();
  }

  private void change(UUID of, long version, @Nullable String forwardTo) {
    deliver(
        LINES,
        of,
        "line.changed",
        company.accountId(),
        changed(of, version, forwardTo, List.of("forwardTo")));
  }

  private Map<String, Object> changed(
      UUID of, long version, @Nullable String forwardTo, List<String> what) {
    Map<String, Object> line = new HashMap<>(company.line(of, "101", version));
    line.put("changed", what);
    line.put("actor", Map.of("type", "USER", "userId", company.adminId()));
    line.put("forwardTo", forwardTo);
    return line;
  }
}
