package dev.switchboard.user.suspension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.testing.AtOnce;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import dev.switchboard.user.user.ChangeRole;
import dev.switchboard.user.user.Role;
import dev.switchboard.user.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** D5, A7: who is suspended can't sign in; an account never loses its last admin. */
class SuspendUserTest extends UserServiceTest {
  private static final String PASSWORD = "seven tall ships in line";

  @Autowired private ChangeRole changeRole;
  private Company company;

  @BeforeEach
  void signUp() {
    company = companies.signUp(4, 0, 0);
  }

  @Test
  @DisplayName(
      "D5 a suspended user can't sign in and his sessions are over; he keeps his row; then he may again")
  void suspendAndReactivate() {
    String email = Company.newEmail("suspended");
    UUID person = joined(email);
    String secret = sessionSecret(signIn(email, PASSWORD));
    assertThat(exchange(secret)).isEqualTo(200);

    MockHttpServletResponse suspended = call("PUT", person);

    assertThat(suspended.getStatus()).isEqualTo(200);
    assertThat(body(suspended).path("state").asString()).isEqualTo("SUSPENDED");
    assertThat(signIn(email, PASSWORD).getStatus()).isEqualTo(401);
    assertThat(exchange(secret)).isEqualTo(401);
    assertThat(company.row(person).path("plan").asString()).isEqualTo("BASIC");
    assertThat(
            topics
                .await("user.sessions.v1", person.toString(), "session.ended")
                .data()
                .path("reason")
                .asString())
        .isEqualTo("SUSPENDED");

    assertThat(call("DELETE", person).getStatus()).isEqualTo(200);

    assertThat(exchange(secret)).as("an ended session stays ended").isEqualTo(401);
    assertThat(signIn(email, PASSWORD).getStatus()).isEqualTo(200);
    topics.await("user.users.v1", person.toString(), "user.reactivated");
  }

  @Test
  @DisplayName("D5 what a state does not allow is told with its own code")
  void states() {
    UUID invited = company.invited(Company.newEmail("invited"), "BASIC");
    assertThat(code(call("PUT", invited))).isEqualTo("user.not-joined");
    UUID person = joined(Company.newEmail("twice"));
    assertThat(code(call("DELETE", person))).isEqualTo("user.state-conflict");
    call("PUT", person);
    assertThat(code(call("PUT", person))).isEqualTo("user.state-conflict");
    assertThat(code(callAt("PUT", person, "\"1\""))).isEqualTo("version.mismatch");
  }

  @Test
  @DisplayName("A7 the last admin can be neither suspended nor deleted nor demoted")
  void lastAdmin() {
    UUID second = joined(Company.newEmail("second"));
    makeAdmin(second);
    assertThat(call("PUT", second).getStatus()).isEqualTo(200);

    assertThat(code(call("PUT", company.adminId()))).isEqualTo("user.last-admin");
    assertThat(demote(company.adminId())).isEqualTo("user.last-admin");
    assertThat(
            code(
                delete(
                    "/api/v1/users/" + company.adminId(),
                    tokens.admin(company.accountId(), second))))
        .isEqualTo("user.last-admin");
    assertThat(code(delete("/api/v1/users/" + company.adminId(), company.asAdmin())))
        .isEqualTo("user.self");
  }

  @Test
  @DisplayName("A7 32 who suspend, delete and demote three admins at once leave one")
  void oneAdminRemains() {
    List<UUID> admins =
        List.of(company.adminId(), joined(Company.newEmail("b")), joined(Company.newEmail("c")));
    makeAdmin(admins.get(1));
    makeAdmin(admins.get(2));

    AtOnce.run(
        32,
        i -> {
          UUID victim = admins.get(i % 3);
          UUID by = admins.get((i + 1) % 3);
          return switch (i % 4) {
            case 0, 1 ->
                Company.perform(
                        http,
                        MockMvcRequestBuilders.put("/api/v1/users/" + victim + "/suspension")
                            .with(tokens.admin(company.accountId(), by)))
                    .getStatus();
            case 2 ->
                delete("/api/v1/users/" + victim, tokens.admin(company.accountId(), by))
                    .getStatus();
            default -> demote(victim).length();
          };
        });

    assertThat(
            database()
                .sql(
                    "select count(*) from users where account_id = ? and role = 'ADMIN' and state = 'ACTIVE'")
                .param(company.accountId())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  private void makeAdmin(UUID user) {
    Tenancy.as(
        company.accountId(),
        () ->
            changeRole.change(
                new AccountId(company.accountId()), new UserId(user), Role.ADMIN, Actor.system()));
  }

  /** The code of the refusal, or the empty text. */
  private String demote(UUID user) {
    try {
      Tenancy.as(
          company.accountId(),
          () ->
              changeRole.change(
                  new AccountId(company.accountId()), new UserId(user), Role.USER, Actor.system()));
      return "";
    } catch (ProblemException refused) {
      return refused.error().code();
    }
  }

  private UUID joined(String email) {
    UUID person = company.invited(email, "BASIC");
    company.occupySeat(person, "BASIC", 1);
    post(
        "/api/v1/invitations/accept", Map.of("token", linkSecret(person, 1), "password", PASSWORD));
    return person;
  }

  private int exchange(String secret) {
    return post("/internal/token-exchange", Map.of("session", secret)).getStatus();
  }

  private MockHttpServletResponse call(String method, UUID user) {
    return callAt(method, user, "*");
  }

  private MockHttpServletResponse callAt(String method, UUID user, String ifMatch) {
    return Company.perform(
        http,
        MockMvcRequestBuilders.request(
                org.springframework.http.HttpMethod.valueOf(method),
                "/api/v1/users/" + user + "/suspension")
            .header("If-Match", ifMatch)
            .with(company.asAdmin()));
  }
}
