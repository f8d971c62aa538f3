package dev.switchboard.user.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.RawTopics;
import dev.switchboard.user.testing.UserServiceTest;
import dev.switchboard.user.user.ChangeRole;
import dev.switchboard.user.user.Role;
import dev.switchboard.user.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** K1, H2: all that becomes of a user is told and taken down. */
class LifeOfUserTest extends UserServiceTest {
  private static final String USERS = "user.users.v1";

  @Autowired private ChangeRole changeRole;
  @Autowired private EraseUsers eraseUsers;
  private Company company;
  private UUID person;

  @BeforeEach
  void invite() {
    company = companies.signUp(2, 0, 0);
    person = company.invited(Company.newEmail("life"), "BASIC");
  }

  @Test
  @DisplayName(
      "K1 each version of a user is told once, in order and by its schema, to the very end")
  void wholeLife() {
    company.occupySeat(person, "BASIC", 1);
    post(
        "/api/v1/invitations/accept",
        Map.of("token", linkSecret(person, 1), "password", "seven tall ships in line"));
    call(HttpMethod.PATCH, "", Map.of("mobile", "+12125550187"));
    changeRole(Role.ADMIN);
    changeRole(Role.USER);
    call(HttpMethod.PUT, "/suspension", Map.of());
    call(HttpMethod.DELETE, "/suspension", Map.of());
    call(HttpMethod.DELETE, "?messagesTo=" + company.adminId(), Map.of());
    call(HttpMethod.POST, "/restore", Map.of());
    call(HttpMethod.DELETE, "", Map.of());
    clock.advance(Duration.ofHours(73));
    eraseUsers.eraseDue();

    // Reading a topic checks each event against its schema.
    topics.await(USERS, person.toString(), "user.erased");
    List<TestTopics.Event> told = topics.all(USERS, person.toString());
    assertThat(told)
        .extracting(event -> event.type().substring("user.".length()))
        .containsExactly(
            "invited",
            "joined",
            "changed",
            "role-changed",
            "role-changed",
            "suspended",
            "reactivated",
            "deleted",
            "restored",
            "deleted",
            "erased");
    assertThat(told)
        .extracting(event -> event.data().path("version").asInt())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 11).boxed().toList());
    topics.await("notification.commands.v1", person.toString(), "recipient.erasure-requested");
    await(
        "the tombstone",
        () -> RawTopics.of("user.directory.v1", person.toString()).getLast().value() == null);
    assertThat(taken())
        .as("each act once, where it was decided")
        .containsExactlyElementsOf(told.stream().map(TestTopics.Event::type).toList());
  }

  private void call(HttpMethod method, String path, Map<String, Object> body) {
    MockHttpServletResponse answer =
        Company.send(
            http,
            MockMvcRequestBuilders.request(method, "/api/v1/users/" + person + path)
                .header("If-Match", "*")
                .with(company.asAdmin()),
            json,
            body);
    assertThat(answer.getStatus()).as("%s %s", method, path).isIn(200, 204);
  }

  private void changeRole(Role role) {
    Tenancy.as(
        company.accountId(),
        () ->
            changeRole.change(
                new AccountId(company.accountId()), new UserId(person), role, Actor.system()));
  }

  private List<String> taken() {
    return database()
        .sql(
            "select action from audit_entry where subject_id = ? and action like 'user.%' order by entry_id")
        .param(person.toString())
        .query(String.class)
        .list();
  }
}
