package dev.switchboard.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.RunningSuite;
import dev.switchboard.e2e.audit.Auditor;
import dev.switchboard.e2e.audit.Ledger;
import dev.switchboard.e2e.audit.Quiet;
import dev.switchboard.e2e.client.Await;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.client.Answer;
import dev.switchboard.local.client.Client;
import dev.switchboard.local.client.Mailbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What an admin does with a user, through the gateway and all services. */
class PeopleJourneyTest extends JourneyTest {
  private static final List<String> OF_EACH_SERVICE = List.of("/session", "/users/ID/extension");

  @Test
  @Timeout(300)
  @DisplayName(
      "D1, D2, D5–D7 edit, extension, forwarding, suspend, delete and undo: told in the list, exact in every service")
  void people() throws Exception {
    Company company = Company.signUp(baseUrl(), 4, 0, 0);
    awaitSettled(company, company.adminEmail());
    String email = Company.newEmail("zoe");
    String id = company.invite(email, "BASIC", false).expect(201).body().path("id").asString();
    awaitSettled(company, email);
    Client admin = company.admin();

    Answer read = admin.get("/users/" + id).expect(200);
    String etag = read.headers().firstValue("ETag").orElseThrow();
    admin.patch("/users/" + id, Map.of("firstName", "Zoë"), etag).expect(200);
    assertThat(admin.patch("/users/" + id, Map.of("firstName", "Late"), etag).status())
        .as("somebody else was faster")
        .isEqualTo(412);
    assertThat(company.row(email).path("firstName").asString()).isEqualTo("Zoë");

    Client zoe = joined(company, email);
    admin.put("/users/" + id + "/extension", Map.of("extension", "215")).expect(200);
    assertThat(company.row(email).path("extension").asString()).isEqualTo("215");
    admin.put("/users/" + id + "/call-forwarding", Map.of("number", "(212) 555-0187")).expect(200);
    zoe.put("/users/" + id + "/call-forwarding", Map.of("number", "212-555-0187")).expect(200);
    assertThat(company.row(email).path("forwardTo").asString()).isEqualTo("+12125550187");

    admin.put("/users/" + id + "/suspension", Map.of()).expect(200);
    refusedSoon(zoe, id);
    assertThat(company.stranger().signIn(email, Company.PASSWORD).status()).isEqualTo(401);
    assertThat(company.row(email).path("state").asString()).isEqualTo("SUSPENDED");
    admin.delete("/users/" + id + "/suspension").expect(200);
    Client again = company.stranger();
    again.signIn(email, Company.PASSWORD).expect(200);

    JsonNode before = company.row(email);
    admin.delete("/users/" + id).expect(204);
    assertThat(company.list().path("total").asInt()).isEqualTo(1);
    refusedSoon(again, id);
    Await.until(
        "the extension is held for him",
        Duration.ofSeconds(10),
        () ->
            admin
                .put(
                    "/users/"
                        + company.row(company.adminEmail()).path("id").asString()
                        + "/extension",
                    Map.of("extension", "215"))
                .code()
                .equals("extension.held"));

    admin.post("/users/" + id + "/restore", Map.of()).expect(200);
    awaitSettled(company, email);
    JsonNode after = company.row(email);
    for (String same :
        List.of("state", "plan", "extension", "bridgeId", "forwardTo", "firstName")) {
      assertThat(after.path(same)).as(same).isEqualTo(before.path(same));
    }
    company.stranger().signIn(email, Company.PASSWORD).expect(200);
    provenByAudit();
  }

  /** What ends all sessions of a user. */
  enum Ending {
    SIGN_OUT,
    SUSPEND,
    RESET_PASSWORD,
    DELETE;

    void happen(Company company, String id, String email, List<Client> browsers) throws Exception {
      Client admin = company.admin();
      switch (this) {
        case SIGN_OUT -> {
          for (Client browser : browsers) {
            browser.delete("/session").expect(204);
          }
        }
        case SUSPEND -> admin.put("/users/" + id + "/suspension", Map.of()).expect(200);
        case RESET_PASSWORD -> {
          admin.post("/users/" + id + "/password-resets", Map.of()).expect(202);
          String token = awaitMail(email, Mailbox.Mail::isReset).resetToken();
          Answer link = company.stranger().post("/password-resets/inspect", Map.of("token", token));
          assertThat(link.expect(200).body().path("state").asString()).isEqualTo("PENDING");
          company
              .stranger()
              .post(
                  "/password-resets/complete",
                  Map.of("token", token, "password", Company.OTHER_PASSWORD))
              .expect(204);
        }
        case DELETE -> admin.delete("/users/" + id).expect(204);
      }
    }
  }

  @ParameterizedTest
  @Timeout(300)
  @EnumSource
  @DisplayName("I12 every session is refused at every service within a second")
  void everySessionEnds(Ending ending) throws Exception {
    endAll(ending, 10);
  }

  @ParameterizedTest
  @Timeout(300)
  @Tag("long")
  @EnumSource
  @DisplayName("I12 100 of 100 sessions are refused at every service within a second")
  void hundredSessionsEnd(Ending ending) throws Exception {
    endAll(ending, 100);
  }

  private static void endAll(Ending ending, int sessions) throws Exception {
    Company company = Company.signUp(baseUrl(), 2, 0, 0);
    awaitSettled(company, company.adminEmail());
    String email = Company.newEmail("many");
    String id = company.invite(email, "BASIC", false).expect(201).body().path("id").asString();
    awaitSettled(company, email);
    List<Client> browsers = new ArrayList<>(List.of(joined(company, email)));
    while (browsers.size() < sessions) {
      Client browser = company.stranger();
      browser.signIn(email, Company.PASSWORD).expect(200);
      browsers.add(browser);
    }
    List<String> cookies = browsers.stream().map(Client::cookieHeader).toList();

    ending.happen(company, id, email, browsers);

    Thread.sleep(1000);
    Client thief = company.stranger();
    for (String cookie : cookies) {
      for (String path : OF_EACH_SERVICE) {
        Answer answer =
            thief.send("GET", path.replace("ID", id), new byte[0], Map.of("Cookie", cookie));
        assertThat(answer.status()).as(path).isEqualTo(401);
      }
    }
    if (ending == Ending.RESET_PASSWORD) {
      assertThat(company.stranger().signIn(email, Company.PASSWORD).status()).isEqualTo(401);
      company.stranger().signIn(email, Company.OTHER_PASSWORD).expect(200);
      awaitMail(email, mail -> mail.subject().equals("Your Switchboard password was changed"));
    }
  }

  @Test
  @Timeout(120)
  @DisplayName("I1, H2 support changes the admin: both get a mail, and the log tells who and why")
  void support() throws Exception {
    Company company = Company.signUp(baseUrl(), 2, 0, 0);
    awaitSettled(company, company.adminEmail());
    String email = Company.newEmail("next");
    String id = company.invite(email, "BASIC", false).expect(201).body().path("id").asString();
    awaitSettled(company, email);
    Client next = joined(company, email);
    Client support = SupportDesk.open(baseUrl()).client();

    JsonNode found =
        support.get("/support/accounts?search=" + company.adminEmail()).expect(200).body();
    assertThat(found.at("/items/0/id").asString()).isEqualTo(company.accountId().toString());
    support
        .put(
            "/support/accounts/" + company.accountId() + "/admin",
            Map.of("userId", id, "reason", "Ada has left the company."))
        .expect(204);

    refusedSoon(next, id);
    refusedSoon(company.admin(), id);
    next.signIn(email, Company.PASSWORD).expect(200);
    next.get("/users").expect(200);
    company.admin().signIn(company.adminEmail(), Company.PASSWORD).expect(200);
    assertThat(company.admin().get("/users").status()).isEqualTo(403);
    JsonNode entry =
        next.get("/audit?action=account.admin-changed").expect(200).body().at("/items/0");
    assertThat(entry.at("/details/reason").asString()).isEqualTo("Ada has left the company.");
    assertThat(entry.at("/actor/type").asString()).isEqualTo("SUPPORT");
    for (String address : List.of(email, company.adminEmail())) {
      awaitMail(address, mail -> mail.subject().contains("admin"));
    }
    provenByAudit();
  }

  private static Mailbox.Mail awaitMail(String address, Predicate<Mailbox.Mail> wanted)
      throws Exception {
    Await.until(
        "a mail to " + address,
        Duration.ofSeconds(20),
        () -> mailbox().to(address).stream().anyMatch(wanted));
    return mailbox().to(address).stream().filter(wanted).findFirst().orElseThrow();
  }

  private static Client joined(Company company, String email) throws Exception {
    Mailbox.Mail mail = mailbox().await(email, 1, Duration.ofSeconds(20));
    Client person = company.stranger();
    person
        .post(
            "/invitations/accept", Map.of("token", mail.joinToken(), "password", Company.PASSWORD))
        .expect(204);
    person.signIn(email, Company.PASSWORD).expect(200);
    person.get("/users/" + person.get("/session").body().at("/user/id").asString()).expect(200);
    return person;
  }

  private static void refusedSoon(Client person, String id) throws Exception {
    for (String path : OF_EACH_SERVICE) {
      Await.until(
          path + " is refused",
          Duration.ofSeconds(1),
          () -> person.get(path.replace("ID", id)).status() == 401);
    }
  }

  private static void provenByAudit() throws Exception {
    assertThat(Quiet.of(RunningSuite.get()).await(Duration.ofMinutes(1))).isEmpty();
    assertThat(new Auditor(RunningSuite.get()).audit(new Ledger())).isEmpty();
  }
}
