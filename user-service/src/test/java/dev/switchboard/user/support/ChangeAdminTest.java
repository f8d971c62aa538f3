package dev.switchboard.user.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.user.testing.AtOnce;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.SupportDesk;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** A7, I1: support changes the admin of an account. */
class ChangeAdminTest extends UserServiceTest {
  private static final String REASON = "Ada has left the company; confirmed by the owner.";

  private SupportDesk desk;
  private Company company;
  private String email;
  private UUID user;

  @BeforeEach
  void prepare() {
    desk = SupportDesk.open(database());
    company = companies.signUp(4, 0, 0);
    email = Company.newEmail("next");
    user = joined(company, email);
  }

  @Test
  @DisplayName("I1 D8 the user becomes admin, the former admin a user; events and list say so")
  void changes() {
    assertThat(change(user, false).getStatus()).isEqualTo(204);

    assertThat(role(user)).isEqualTo("ADMIN");
    assertThat(role(company.adminId())).isEqualTo("USER");
    TestTopics.Event promoted = topics.await("user.users.v1", user.toString(), "user.role-changed");
    assertThat(promoted.data().path("role").asString()).isEqualTo("ADMIN");
    assertThat(promoted.data().path("changed").valueStream().map(JsonNode::asString))
        .containsExactly("role");
    assertThat(promoted.data().path("actor"))
        .isEqualTo(json.valueToTree(Map.of("type", "SUPPORT", "userId", desk.id().toString())));
    assertThat(
            topics
                .await("user.users.v1", company.adminId().toString(), "user.role-changed")
                .data()
                .path("role")
                .asString())
        .isEqualTo("USER");
    assertThat(company.row(user).path("role").asString()).isEqualTo("ADMIN");
  }

  @Test
  @DisplayName(
      "I12 the sessions of both end at once; signed in anew, each may what his role allows")
  void sessionsEnd() {
    String before = sessionSecret(signIn(company.adminEmail(), Company.PASSWORD));
    String next = sessionSecret(signIn(email, Company.PASSWORD));

    change(user, false);

    for (String secret : List.of(before, next)) {
      assertThat(post("/internal/token-exchange", Map.of("session", secret)).getStatus())
          .isEqualTo(401);
    }
    assertThat(body(signIn(email, Company.PASSWORD)).at("/user/role").asString())
        .isEqualTo("ADMIN");
    assertThat(body(signIn(company.adminEmail(), Company.PASSWORD)).at("/user/role").asString())
        .isEqualTo("USER");
    topics.await("user.sessions.v1", user.toString(), "session.ended");
    topics.await("user.sessions.v1", company.adminId().toString(), "session.ended");
  }

  @Test
  @DisplayName("I1 both sides get a mail that says who is admin now")
  void bothGetMail() {
    change(user, false);

    JsonNode toNext = mail(user);
    assertThat(toNext.at("/to/email").asString()).isEqualTo(email);
    assertThat(toNext.at("/model/isAdmin").asBoolean()).isTrue();
    assertThat(toNext.at("/model/adminName").asString()).isEqualTo("José Okafor");
    JsonNode toFormer = mail(company.adminId());
    assertThat(toFormer.at("/to/email").asString()).isEqualTo(company.adminEmail());
    assertThat(toFormer.at("/model/isAdmin").asBoolean()).isFalse();
    assertThat(toFormer.at("/model/adminName").asString()).isEqualTo("José Okafor");
    assertThat(toFormer.has("sealedToken") && !toFormer.path("sealedToken").isNull()).isFalse();
  }

  @Test
  @DisplayName("I1 the account's audit log has the act of support with its reason, once")
  void isAudited() {
    change(user, false);

    JsonNode entries =
        body(get("/api/v1/audit?action=account.admin-changed", company.asAdmin())).path("items");
    assertThat(entries).hasSize(1);
    JsonNode entry = entries.path(0);
    assertThat(entry.at("/actor/type").asString()).isEqualTo("SUPPORT");
    assertThat(entry.at("/actor/id").asString()).isEqualTo(desk.id().toString());
    assertThat(entry.at("/subject/id").asString()).isEqualTo(user.toString());
    assertThat(entry.at("/details/reason").asString()).isEqualTo(REASON);
    assertThat(entry.at("/details/otherAdmins").asString()).isEqualTo("removed");
    assertThat(body(get("/api/v1/audit?action=user.role-changed", company.asAdmin())).path("items"))
        .hasSize(2)
        .allMatch(each -> each.at("/actor/type").asString().equals("SUPPORT"));
  }

  @Test
  @DisplayName(
      "I1 keepOthers: the former admin remains one and signed in; only the new one gets a mail")
  void keepsOthers() {
    String before = sessionSecret(signIn(company.adminEmail(), Company.PASSWORD));
    assertThat(change(user, true).getStatus()).isEqualTo(204);

    assertThat(role(user)).isEqualTo("ADMIN");
    assertThat(role(company.adminId())).isEqualTo("ADMIN");
    assertThat(post("/internal/token-exchange", Map.of("session", before)).getStatus())
        .isEqualTo(200);
    assertThat(mail(user).at("/model/isAdmin").asBoolean()).isTrue();
    assertThat(commands(company.adminId())).isZero();

    assertThat(change(user, false).getStatus()).isEqualTo(204);
    assertThat(role(company.adminId())).isEqualTo("USER");
  }

  @Test
  @DisplayName("I1 who is the only admin already stays it: no event, no mail, no entry")
  void isSoAlready() {
    for (boolean keepOthers : List.of(true, false)) {
      assertThat(change(company.adminId(), keepOthers).getStatus()).isEqualTo(204);
    }

    assertThat(version(company.adminId())).isEqualTo(1);
    assertThat(entries("account.admin-changed")).isZero();
    assertThat(commands(company.adminId())).isZero();
  }

  @Test
  @DisplayName("I1 a suspended admin loses the role as well")
  void suspendedAdminToo() {
    change(user, true);
    setState(company.adminId(), "SUSPENDED");

    assertThat(change(user, false).getStatus()).isEqualTo(204);

    assertThat(role(company.adminId())).isEqualTo("USER");
  }

  @ParameterizedTest
  @DisplayName("I1 only an ACTIVE user of this account can be made admin; else nothing changes")
  @CsvSource({
    "INVITED, 409, user.not-joined",
    "SUSPENDED, 409, user.state-conflict",
    "WITHDRAWN, 404, resource.not-found",
    "UNKNOWN, 404, resource.not-found",
    "FOREIGN, 404, resource.not-found",
  })
  void onlyActiveUsers(String who, int status, String code) {
    UUID chosen =
        switch (who) {
          case "UNKNOWN" -> UUID.randomUUID();
          case "FOREIGN" -> companies.signUp(1, 0, 0).adminId();
          default -> {
            setState(user, who);
            yield user;
          }
        };

    MockHttpServletResponse answer = change(chosen, false);

    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat(code(answer)).isEqualTo(code);
    assertThat(role(company.adminId())).isEqualTo("ADMIN");
    assertThat(version(company.adminId())).isEqualTo(1);
    assertThat(entries("account.admin-changed")).isZero();
  }

  @Test
  @DisplayName("I1 an unknown account is a 404, also for a user who exists")
  void unknownAccount() {
    MockHttpServletResponse answer =
        put(path(UUID.randomUUID()), request(user, false), tokens.support(desk.id()));

    assertThat(answer.getStatus()).isEqualTo(404);
    assertThat(role(user)).isEqualTo("USER");
  }

  @Test
  @DisplayName("I1 without a reason, or with a novel, nothing changes")
  void reasonIsNeeded() {
    for (String reason : new String[] {"", "  ", "x".repeat(501)}) {
      Map<String, Object> request = new HashMap<>(request(user, false));
      request.put("reason", reason);
      MockHttpServletResponse answer =
          put(path(company.accountId()), request, tokens.support(desk.id()));
      assertThat(answer.getStatus()).isEqualTo(422);
      assertThat(body(answer).at("/errors/0/pointer").asString()).isEqualTo("/reason");
    }
    assertThat(role(user)).isEqualTo("USER");
  }

  @Test
  @DisplayName("A7 32 changes at once between three people: in the end one admin, never none")
  void manyAtOnce() {
    UUID third = joined(company, Company.newEmail("third"));
    List<UUID> people = List.of(user, third, company.adminId());

    List<Integer> answers = AtOnce.run(32, i -> change(people.get(i % 3), false).getStatus());

    assertThat(answers).containsOnly(204);
    assertThat(
            database()
                .sql("select count(*) from users where account_id = ? and role = 'ADMIN'")
                .param(company.accountId())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(entries("user.role-changed")).isEqualTo(2 * entries("account.admin-changed"));
  }

  private MockHttpServletResponse change(UUID userId, boolean keepOthers) {
    return put(path(company.accountId()), request(userId, keepOthers), tokens.support(desk.id()));
  }

  private static String path(UUID account) {
    return "/api/v1/support/accounts/" + account + "/admin";
  }

  private static Map<String, Object> request(UUID userId, boolean keepOthers) {
    return keepOthers
        ? Map.of("userId", userId, "reason", REASON, "keepOthers", true)
        : Map.of("userId", userId, "reason", REASON);
  }

  private JsonNode mail(UUID recipient) {
    return topics
        .await(
            "notification.commands.v1",
            recipient.toString(),
            event -> event.data().path("template").asString().equals("admin-changed"))
        .data();
  }

  private int commands(UUID recipient) {
    return topics.all("notification.commands.v1", recipient.toString()).size();
  }

  private String role(UUID userId) {
    return database()
        .sql("select role from users where user_id = ?")
        .param(userId)
        .query(String.class)
        .single();
  }

  private long version(UUID userId) {
    return database()
        .sql("select version from users where user_id = ?")
        .param(userId)
        .query(Long.class)
        .single();
  }

  private void setState(UUID userId, String state) {
    database().sql("update users set state = ? where user_id = ?").params(state, userId).update();
  }

  private int entries(String action) {
    return database()
        .sql("select count(*) from audit_entry where account_id = ? and action = ?")
        .params(company.accountId(), action)
        .query(Integer.class)
        .single();
  }
}
