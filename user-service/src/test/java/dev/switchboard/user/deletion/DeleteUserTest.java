package dev.switchboard.user.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.time.Ids;
import dev.switchboard.user.testing.AtOnce;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.DatabaseSearch;
import dev.switchboard.user.testing.UserServiceTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** D6: deleting, undoing it, and erasing who somebody was. */
class DeleteUserTest extends UserServiceTest {
  /** Answers for a day, what was sent for an hour (ADR 29). */
  private static final Set<String> KEPT_FOR_A_WHILE = Set.of("idempotency_key", "outbox_sent");

  private static final String PASSWORD = "seven tall ships in line";

  @Autowired private EraseUsers eraseUsers;
  private Company company;
  private String email;
  private UUID person;

  @BeforeEach
  void join() {
    company = companies.signUp(4, 0, 0);
    email = Company.newEmail("deleted");
    person = company.invited(email, "BASIC");
    company.occupySeat(person, "BASIC", 1);
    post(
        "/api/v1/invitations/accept", Map.of("token", linkSecret(person, 1), "password", PASSWORD));
  }

  @Test
  @DisplayName(
      "D6 a deleted user is in no list, can't sign in, and the event says what becomes of what he had")
  void deleted() {
    MockHttpServletResponse answer =
        delete("/api/v1/users/" + person + "?messagesTo=" + company.adminId() + "&keepSlot=true");

    assertThat(answer.getStatus()).isEqualTo(204);
    assertThat(company.list("").path("total").asInt()).isEqualTo(1);
    assertThat(get("/api/v1/users/" + person, company.asAdmin()).getStatus()).isEqualTo(404);
    assertThat(signIn(email, PASSWORD).getStatus()).isEqualTo(401);
    JsonNode event = topics.await("user.users.v1", person.toString(), "user.deleted").data();
    JsonNode deletion = event.path("deletion");
    assertThat(deletion.at("/messagesTo/userId").asString())
        .isEqualTo(company.adminId().toString());
    assertThat(deletion.at("/numbersTo/type").asString()).isEqualTo("UNASSIGNED");
    assertThat(deletion.path("keepSlot").asBoolean()).isTrue();
    assertThat(
            Duration.between(
                java.time.Instant.parse(deletion.path("deletedAt").asString()),
                java.time.Instant.parse(deletion.path("restorableUntil").asString())))
        .isEqualTo(Duration.ofDays(3));
    topics.await("user.sessions.v1", person.toString(), "session.ended");
    assertThat(delete("/api/v1/users/" + person).getStatus()).as("twice").isEqualTo(404);
  }

  @ParameterizedTest
  @DisplayName("D6 messages and numbers go only to somebody else of the company who is there")
  @ValueSource(strings = {"messagesTo", "numbersTo"})
  void receivers(String parameter) {
    UUID stranger = companies.signUp(1, 0, 0).adminId();
    for (String receiver :
        List.of(person.toString(), stranger.toString(), Ids.next().toString(), "nobody")) {
      MockHttpServletResponse refused =
          delete("/api/v1/users/" + person + "?" + parameter + "=" + receiver);
      assertThat(refused.getStatus()).as(receiver).isEqualTo(422);
      assertThat(body(refused).path("errors").path(0).path("pointer").asString())
          .isEqualTo("/" + parameter);
    }
    assertThat(company.row(person).path("state").asString()).isEqualTo("ACTIVE");
  }

  @Test
  @DisplayName(
      "D6 undone in time, he is as he was before: state, password, and the seat is asked for again")
  void restored() {
    delete("/api/v1/users/" + person);

    MockHttpServletResponse answer = restore(Map.of());

    assertThat(answer.getStatus()).as(Company.read(answer)).isEqualTo(200);
    assertThat(body(answer).path("state").asString()).isEqualTo("ACTIVE");
    assertThat(signIn(email, PASSWORD).getStatus()).isEqualTo(200);
    JsonNode event = topics.await("user.users.v1", person.toString(), "user.restored").data();
    assertThat(event.path("deletion").isNull()).isTrue();
    assertThat(event.at("/seatRequest/plan").asString()).isEqualTo("BASIC");
    assertThat(event.at("/seatRequest/acceptCharges").asBoolean()).isTrue();
    assertThat(restore(Map.of()).getStatus()).as("twice").isEqualTo(409);
    assertThat(topics.all("user.users.v1", person.toString()))
        .extracting(each -> each.data().path("version").asInt())
        .isEqualTo(List.of(1, 2, 3, 4));
  }

  @Test
  @DisplayName(
      "D6 the slot that was kept and is taken meanwhile costs: 402 with the quote, or consent")
  void keptSlotIsGone() {
    publishPrices();
    database().sql("delete from open_slot where claimed_by = ?").param(person).update();
    delete("/api/v1/users/" + person + "?keepSlot=true");
    company.invited(Company.newEmail("b"), "BASIC");
    company.invited(Company.newEmail("c"), "BASIC");

    MockHttpServletResponse refused = restore(Map.of());
    assertThat(refused.getStatus()).isEqualTo(402);
    assertThat(body(refused).at("/quote/monthlyIncrease/amountCents").asInt()).isPositive();
    assertThat(get("/api/v1/users/" + person, company.asAdmin()).getStatus()).isEqualTo(404);

    assertThat(restore(Map.of("acceptCharges", true)).getStatus()).isEqualTo(200);
  }

  @Test
  @DisplayName("D6 the same when he was deleted before billing had told of his slot")
  void keptSlotIsGoneBeforeItWasKnown() {
    publishPrices();
    UUID early = company.invited(Company.newEmail("early"), "BASIC");
    database().sql("delete from open_slot where claimed_by = ?").param(early).update();
    delete("/api/v1/users/" + early + "?keepSlot=true");
    company.invited(Company.newEmail("c"), "BASIC");
    String path = "/api/v1/users/" + early + "/restore";

    assertThat(post(path, Map.of(), company.asAdmin()).getStatus()).isEqualTo(402);
    assertThat(post(path, Map.of("acceptCharges", true), company.asAdmin()).getStatus())
        .isEqualTo(200);
  }

  @Test
  @DisplayName("D6 of 32 who undo at once one does; of 32 who delete at once one does")
  void atOnce() {
    assertThat(AtOnce.run(32, i -> delete("/api/v1/users/" + person).getStatus()))
        .filteredOn(status -> status == 204)
        .hasSize(1);
    assertThat(AtOnce.run(32, i -> restore(Map.of()).getStatus()))
        .filteredOn(status -> status == 200)
        .hasSize(1);
    assertThat(entries("user.deleted")).isEqualTo(1);
    assertThat(entries("user.restored")).isEqualTo(1);
  }

  @Test
  @DisplayName(
      "D6 an invited person's link is dead; restored, he gets a new one when he has his seat")
  void invited() {
    UUID invited = company.invited(Company.newEmail("invited"), "BASIC");
    company.occupySeat(invited, "BASIC", 1);
    String old = linkSecret(invited, 1);

    delete("/api/v1/users/" + invited);
    assertThat(inspect(old)).isEqualTo("REVOKED");
    post("/api/v1/users/" + invited + "/restore", Map.of(), company.asAdmin());
    assertThat(inspect(old)).isEqualTo("REVOKED");
    company.occupySeat(invited, "BASIC", 3);

    assertThat(inspect(linkSecret(invited, 2))).isEqualTo("PENDING");
    assertThat(company.row(invited).at("/invitation/state").asString()).isEqualTo("PENDING");
  }

  @Test
  @DisplayName(
      "D6 restored without a seat to be had, he is deleted again and nothing of his is given away")
  void restoreRefused() {
    delete("/api/v1/users/" + person);
    restore(Map.of());
    Map<String, Object> refused = new HashMap<>(company.seat(person, "BASIC", 3));
    refused.put("state", "REFUSED");
    refused.put("reason", "ACCOUNT_CLOSED");
    refused.remove("slotId");
    refused.remove("origin");

    deliver("billing.seats.v1", person, "seat.refused", company.accountId(), refused);
    deliver("billing.seats.v1", person, "seat.refused", company.accountId(), refused);

    assertThat(get("/api/v1/users/" + person, company.asAdmin()).getStatus()).isEqualTo(404);
    assertThat(entries("user.deleted")).isEqualTo(2);
    assertThat(restore(Map.of()).getStatus()).isEqualTo(200);
  }

  @Test
  @DisplayName(
      "D6 inviting the address of a deleted user says whom to restore; another account learns nothing")
  void addressIsHeld() {
    delete("/api/v1/users/" + person);

    MockHttpServletResponse own = company.invite(email, "BASIC", false);
    assertThat(own.getStatus()).isEqualTo(409);
    assertThat(code(own)).isEqualTo("user.deleted");
    assertThat(body(own).path("userId").asString()).isEqualTo(person.toString());
    assertThat(code(companies.signUp(2, 0, 0).invite(email, "BASIC", false)))
        .isEqualTo("user.email-taken");
  }

  @Test
  @DisplayName(
      "D6 after 72 hours name, address and secrets are gone from every table, and it can't be undone")
  void erased() {
    signIn(email, PASSWORD);
    delete("/api/v1/users/" + person);
    clock.advance(Duration.ofDays(3).minusSeconds(1));
    eraseUsers.eraseDue();
    assertThat(DatabaseSearch.tablesWith(database(), email)).contains("users");
    clock.advance(Duration.ofSeconds(1));
    assertThat(restore(Map.of()).getStatus()).as("over, if not erased yet").isEqualTo(410);

    eraseUsers.eraseDue();
    eraseUsers.eraseDue();

    await(
        "only what is kept for hours knows the address",
        () ->
            DatabaseSearch.tablesWith(database(), email).stream()
                .allMatch(KEPT_FOR_A_WHILE::contains));
    JsonNode event = topics.await("user.users.v1", person.toString(), "user.erased").data();
    assertThat(event.path("firstName").asString()).isEqualTo("Deleted");
    assertThat(event.path("email").asString()).isEqualTo(person + "@erased.invalid");
    topics.await("notification.commands.v1", person.toString(), "recipient.erasure-requested");
    assertThat(entries("user.erased")).isEqualTo(1);
    for (String table : List.of("credential", "session", "voicemail_pin")) {
      assertThat(
              database()
                  .sql("select count(*) from " + table + " where user_id = ?")
                  .param(person)
                  .query(Integer.class)
                  .single())
          .as(table)
          .isZero();
    }
    assertThat(restore(Map.of()).getStatus()).isEqualTo(404);
    assertThat(company.invite(email, "BASIC", false).getStatus())
        .as("the address is free")
        .isEqualTo(201);
  }

  @Test
  @DisplayName("D6 two instances that erase at once erase once")
  void erasedOnce() {
    delete("/api/v1/users/" + person);
    clock.advance(Duration.ofHours(73));

    AtOnce.run(
        8,
        i -> {
          eraseUsers.eraseDue();
          return i;
        });

    assertThat(entries("user.erased")).isEqualTo(1);
  }

  private MockHttpServletResponse delete(String path) {
    return delete(path, company.asAdmin());
  }

  private MockHttpServletResponse restore(Map<String, Object> request) {
    return post("/api/v1/users/" + person + "/restore", request, company.asAdmin());
  }

  private String inspect(String secret) {
    return body(post("/api/v1/invitations/inspect", Map.of("token", secret)))
        .path("state")
        .asString();
  }

  private int entries(String action) {
    return database()
        .sql("select count(*) from audit_entry where subject_id = ? and action = ?")
        .params(person.toString(), action)
        .query(Integer.class)
        .single();
  }
}
