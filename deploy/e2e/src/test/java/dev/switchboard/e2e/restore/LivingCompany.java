package dev.switchboard.e2e.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.audit.Quiet;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.Suite;
import dev.switchboard.local.client.Answer;
import dev.switchboard.local.client.Client;
import dev.switchboard.local.client.Mailbox;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A company of which somebody was invited, joined, changed his plan, was deleted, came back. */
final class LivingCompany {
  private static final Duration LONG = Duration.ofMinutes(2);

  private final String joined = Company.newEmail("joined");
  private final String deleted = Company.newEmail("deleted");
  private final Company company;

  private LivingCompany(Company company) {
    this.company = company;
  }

  /** Its life so far. */
  static LivingCompany begin(Suite suite) throws Exception {
    LivingCompany living = new LivingCompany(Company.signUp(suite.baseUrl(), 4, 1, 0));
    living.live(suite);
    return living;
  }

  private void live(Suite suite) throws Exception {
    String back = Company.newEmail("back");
    String joiner = id(company.invite(joined, "BASIC", false));
    String gone = id(company.invite(deleted, "BASIC", false));
    String restored = id(company.invite(back, "PLUS", false));
    join(suite, joined);
    settle(suite);
    company
        .admin()
        .put("/users/" + joiner + "/plan", Map.of("plan", "PRO", "acceptCharges", true))
        .expect(200);
    company.admin().delete("/users/" + gone).expect(204);
    company.admin().delete("/users/" + restored).expect(204);
    settle(suite);
    assertThat(company.admin().post("/users/" + restored + "/restore", Map.of()).isSuccess())
        .isTrue();
    settle(suite);
  }

  /** What will be lost: an invitation, a deletion, another name. */
  String loseSomething() throws IOException {
    String lost = Company.newEmail("lost");
    company.invite(lost, "BASIC", true).expect(201);
    String joiner = company.row(joined).path("id").asString();
    company.admin().delete("/users/" + joiner).expect(204);
    company
        .admin()
        .patch(
            "/users/" + company.row(company.adminEmail()).path("id").asString(),
            Map.of("firstName", "Lost"),
            "*")
        .expect(200);
    return lost;
  }

  /** The list as the admin sees it, by addresses. */
  SortedMap<String, String> people() throws IOException {
    SortedMap<String, String> people = new TreeMap<>();
    for (JsonNode row : company.list().path("items")) {
      people.put(row.path("email").asString(), row.toString());
    }
    return people;
  }

  /** The admin and who has joined, with the passwords that they had. */
  void signIn() throws IOException {
    company.admin().signIn(company.adminEmail(), Company.PASSWORD).expect(200);
    company.stranger().signIn(joined, Company.PASSWORD).expect(200);
  }

  /** Whether the admin's browser is still signed in. */
  int askedWithoutSigningIn() throws IOException {
    return company.admin().get("/users").status();
  }

  /** Through all services: seat, line, mail, and the invited signs in. */
  void inviteOneMore(Suite suite) throws Exception {
    String email = Company.newEmail("after");
    company.invite(email, "BASIC", true).expect(201);
    join(suite, email);
    settle(suite);
    JsonNode row = company.row(email);
    assertThat(row.path("state").asString()).isEqualTo("ACTIVE");
    assertThat(row.path("plan").asString()).isEqualTo("BASIC");
    assertThat(row.path("extension").asString("")).as("%s", row).isNotEmpty();
  }

  private void join(Suite suite, String email) throws IOException {
    String token = new Mailbox(suite.mailUrl()).await(email, 1, LONG).joinToken();
    Client person = company.stranger();
    Answer answer =
        person.post("/invitations/accept", Map.of("token", token, "password", Company.PASSWORD));
    assertThat(answer.isSuccess()).as("%s", answer).isTrue();
    person.signIn(email, Company.PASSWORD).expect(200);
  }

  private static void settle(Suite suite) throws InterruptedException {
    assertThat(Quiet.of(suite).await(LONG)).isEmpty();
  }

  private static String id(Answer invited) {
    return invited.expect(201).body().path("id").asString();
  }
}
