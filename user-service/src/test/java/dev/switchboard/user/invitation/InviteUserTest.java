package dev.switchboard.user.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.time.Ids;
import dev.switchboard.user.testing.AtOnce;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.DatabaseSearch;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/** C1–C5: inviting, slots, charges, and the same key twice. */
class InviteUserTest extends UserServiceTest {

  @Test
  @DisplayName(
      "C2 without an open slot and without consent: 402 with the quote, and nothing changes")
  void chargeNeedsConsent() {
    publishPrices();
    Company company = companies.signUp(1, 0, 0);
    String email = Company.newEmail("quote");

    MockHttpServletResponse answer = company.invite(email, "PRO", false);

    assertThat(answer.getStatus()).isEqualTo(402);
    assertThat(code(answer)).isEqualTo("user.charge-not-accepted");
    JsonNode quote = body(answer).path("quote");
    assertThat(quote.path("monthlyIncrease").path("amountCents").asInt()).isEqualTo(2999);
    assertThat(quote.path("monthlyIncrease").path("currency").asString()).isEqualTo("USD");
    JsonNode line = quote.path("lines").path(0);
    assertThat(line.path("item").asString()).isEqualTo("PLAN");
    assertThat(line.path("plan").asString()).isEqualTo("PRO");
    assertThat(line.path("quantity").asInt()).isEqualTo(1);
    assertThat(line.path("unitPrice")).isEqualTo(line.path("amount"));
    assertThat(company.list("").path("total").asInt()).isEqualTo(1);
    assertThat(DatabaseSearch.tablesWith(database(), email)).isEmpty();
  }

  @Test
  @DisplayName("C2 with consent a user is invited without a slot, and billing is asked to buy one")
  void acceptCharges() {
    Company company = companies.signUp(1, 0, 0);

    MockHttpServletResponse answer = company.invite(Company.newEmail("buy"), "PRO", true);

    assertThat(answer.getStatus()).isEqualTo(201);
    String id = body(answer).path("id").asString();
    assertThat(answer.getHeader("Location")).isEqualTo("/api/v1/users/" + id);
    assertThat(answer.getHeader("ETag")).isEqualTo("\"1\"");
    assertThat(answer.getHeader("Consistency-Token")).startsWith("user-service:");
    JsonNode request = topics.await("user.users.v1", id, "user.invited").data().path("seatRequest");
    assertThat(request.path("acceptCharges").asBoolean()).isTrue();
    assertThat(request.path("slotId").isNull() || request.path("slotId").isMissingNode()).isTrue();
    assertThat(request.path("plan").asString()).isEqualTo("PRO");
  }

  @Test
  @DisplayName("C1 an open slot is used first and costs nothing, whatever charge was accepted")
  void openSlotFirst() {
    Company company = companies.signUp(2, 0, 0);
    String slot = company.list("").path("openSlots").path(0).path("id").asString();

    String id = body(company.invite(Company.newEmail("free"), "BASIC", true)).path("id").asString();

    JsonNode request = topics.await("user.users.v1", id, "user.invited").data().path("seatRequest");
    assertThat(request.path("slotId").asString()).isEqualTo(slot);
    assertThat(request.path("acceptCharges").asBoolean()).isFalse();
    assertThat(company.list("").path("openSlots").size()).isZero();
  }

  @Test
  @DisplayName("The answer of an invitation is the row that the list then shows")
  void answerIsTheRow() {
    Company company = companies.signUp(2, 0, 0);

    JsonNode answer = body(company.invite(Company.newEmail("row"), "BASIC", false));

    assertThat(company.row(UUID.fromString(answer.path("id").asString()))).isEqualTo(answer);
  }

  @Test
  @DisplayName("E7 an account that is PAST_DUE buys no slot but fills open ones")
  void pastDue() {
    publishPrices();
    Company company = companies.signUp(2, 0, 0);
    deliver(
        "billing.accounts.v1",
        company.accountId(),
        "account.slots-changed",
        company.accountId(),
        slotsChanged(company, 1, "PAST_DUE", company.list("").path("openSlots")));

    MockHttpServletResponse answer = company.invite(Company.newEmail("due"), "PRO", true);

    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(code(answer)).isEqualTo("account.past-due");
    assertThat(company.list("").path("total").asInt()).isEqualTo(1);
    assertThat(company.invite(Company.newEmail("ok"), "BASIC", false).getStatus()).isEqualTo(201);
  }

  @RepeatedTest(10)
  @DisplayName("C2 of 32 invites at once into 10 open slots exactly 10 succeed and 22 get 402")
  void raceForSlots() {
    publishPrices();
    Company company = companies.signUp(1, 10, 0);

    List<Integer> answers =
        AtOnce.run(
            32, i -> company.invite(Company.newEmail("race" + i), "PLUS", false).getStatus());

    assertThat(answers).containsOnly(201, 402);
    assertThat(answers).filteredOn(status -> status == 201).hasSize(10);
    JsonNode list = company.list("?limit=200");
    assertThat(list.path("total").asInt()).isEqualTo(11);
    assertThat(list.path("openSlots").size()).isZero();
    assertThat(
            database()
                .sql(
                    "select count(distinct seat_slot_id) from users where account_id = ? and state = 'INVITED'")
                .param(company.accountId())
                .query(Integer.class)
                .single())
        .isEqualTo(10);
  }

  @Test
  @DisplayName("C2 of 32 invites at once for the last open slot exactly one gets it at no cost")
  void raceForTheLastSlot() {
    publishPrices();
    Company company = companies.signUp(1, 0, 1);

    List<MockHttpServletResponse> answers =
        AtOnce.run(32, i -> company.invite(Company.newEmail("last" + i), "PRO", false));

    assertThat(answers).filteredOn(answer -> answer.getStatus() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.getStatus() != 201)
        .extracting(this::code)
        .containsOnly("user.charge-not-accepted");
    assertThat(company.list("").path("total").asInt()).isEqualTo(2);
  }

  @Test
  @DisplayName(
      "C2 of 32 invites at once with consent one takes the open slot, 31 consent to a charge")
  void raceWithConsent() {
    Company company = companies.signUp(1, 0, 1);

    List<MockHttpServletResponse> answers =
        AtOnce.run(32, i -> company.invite(Company.newEmail("consent" + i), "PRO", true));

    assertThat(answers).extracting(MockHttpServletResponse::getStatus).containsOnly(201);
    assertThat(seatRequests(company, "seat_slot_id is not null and not seat_accept_charges"))
        .isEqualTo(1);
    assertThat(seatRequests(company, "seat_slot_id is null and seat_accept_charges")).isEqualTo(31);
  }

  @Test
  @DisplayName(
      "C4 of 32 invites at once with one e-mail, of two companies, exactly one succeeds and takes one slot")
  void raceForAnEmail() {
    Company company = companies.signUp(1, 32, 0);
    Company other = companies.signUp(1, 32, 0);
    String email = Company.newEmail("one");

    List<MockHttpServletResponse> answers =
        AtOnce.run(
            32,
            i ->
                (i % 2 == 0 ? company : other)
                    .invite(i % 3 == 0 ? email.toUpperCase(Locale.ROOT) : email, "PLUS", false));

    assertThat(answers).filteredOn(answer -> answer.getStatus() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.getStatus() != 201)
        .extracting(this::code)
        .containsOnly("user.email-taken");
    assertThat(company.list("").path("openSlots").size() + other.list("").path("openSlots").size())
        .isEqualTo(63);
  }

  @ParameterizedTest
  @DisplayName("C4 a taken e-mail is refused in any case and script, also the admin's own")
  @ValueSource(strings = {"%s", "  %s ", "UPPER"})
  void emailTaken(String form) {
    Company company = companies.signUp(2, 0, 0);
    String typed =
        form.equals("UPPER")
            ? company.adminEmail().toUpperCase(Locale.ROOT)
            : form.formatted(company.adminEmail());

    MockHttpServletResponse answer = company.invite(typed, "BASIC", false);

    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(code(answer)).isEqualTo("user.email-taken");
    assertThat(body(answer).path("errors").path(0).path("pointer").asString()).isEqualTo("/email");
    assertThat(company.list("").path("openSlots").size()).as("the slot is free again").isEqualTo(1);
  }

  @Test
  @DisplayName("C5 no mail goes out before the seat is the user's")
  void noMailBeforeTheSeat() {
    Company company = companies.signUp(3, 0, 0);
    UUID userId = company.invited(Company.newEmail("early"), "BASIC");
    company.openLine(userId, "102", 1);
    await("line", () -> company.row(userId).path("extension").asString("").equals("102"));
    topics.await("user.users.v1", userId.toString(), "user.invited");

    assertThat(topics.all("notification.commands.v1", userId.toString())).isEmpty();
    assertThat(DatabaseSearch.tablesWith(database(), userId.toString()))
        .doesNotContain("invitation");
    MockHttpServletResponse resend =
        post("/api/v1/users/" + userId + "/invitations", Map.of(), company.asAdmin());
    assertThat(code(resend)).isEqualTo("user.state-conflict");

    company.occupySeat(userId, "BASIC", 1);
    linkSecret(userId, 1);
    assertThat(topics.all("notification.commands.v1", userId.toString())).hasSize(1);
  }

  @Test
  @DisplayName(
      "C2 when billing refuses the seat the user is withdrawn, vanishes, and his address is free")
  void refusedSeatWithdraws() {
    Company company = companies.signUp(3, 0, 0);
    String email = Company.newEmail("refused");
    UUID userId = company.invited(email, "BASIC");

    company.refuseSeat(userId, "BASIC");

    JsonNode withdrawn = topics.await("user.users.v1", userId.toString(), "user.withdrawn").data();
    assertThat(withdrawn.path("withdrawnReason").asString()).isEqualTo("NO_CONSENT");
    assertThat(company.list("").path("total").asInt()).isEqualTo(1);
    assertThat(get("/api/v1/users/" + userId, company.asAdmin()).getStatus()).isEqualTo(404);
    assertThat(
            post("/api/v1/users/" + userId + "/invitations", Map.of(), company.asAdmin())
                .getStatus())
        .isEqualTo(404);
    assertThat(topics.all("notification.commands.v1", userId.toString())).isEmpty();
    assertThat(company.invite(email, "BASIC", false).getStatus()).isEqualTo(201);
  }

  @Test
  @DisplayName("C2 an old list of slots that arrives late does not offer a claimed slot twice")
  void lateListOfSlots() {
    Company company = companies.signUp(2, 0, 0);
    JsonNode open = company.list("").path("openSlots");
    company.invited(Company.newEmail("claims"), "BASIC");
    deliver(
        "billing.accounts.v1",
        company.accountId(),
        "account.slots-changed",
        company.accountId(),
        slotsChanged(company, 1, "ACTIVE", open));
    assertThat(company.list("").path("openSlots").size()).as("still claimed").isZero();
    deliver(
        "billing.accounts.v1",
        company.accountId(),
        "account.slots-changed",
        company.accountId(),
        slotsChanged(company, 3, "ACTIVE", json.createArrayNode()));
    deliver(
        "billing.accounts.v1",
        company.accountId(),
        "account.slots-changed",
        company.accountId(),
        slotsChanged(company, 2, "ACTIVE", open));

    assertThat(company.list("").path("openSlots").size()).as("an older list").isZero();
    deliver(
        "billing.accounts.v1",
        company.accountId(),
        "account.slots-changed",
        company.accountId(),
        slotsChanged(company, 4, "ACTIVE", open));
    assertThat(company.list("").path("openSlots")).as("open again").isEqualTo(open);
  }

  @Test
  @DisplayName("I15 the same Idempotency-Key, 32 at once: the same answer and one effect")
  void sameKeySameAnswer() {
    Company company = companies.signUp(1, 5, 0);
    Map<String, Object> body = Company.person("Same", "Key", Company.newEmail("key"), "PLUS");
    String key = UUID.randomUUID().toString();

    List<MockHttpServletResponse> answers = AtOnce.run(32, i -> inviteWithKey(company, key, body));

    assertThat(answers).extracting(MockHttpServletResponse::getStatus).containsOnly(201);
    assertThat(answers).extracting(this::body).containsOnly(body(answers.getFirst()));
    for (String header : List.of("Location", "ETag", "Consistency-Token")) {
      assertThat(answers)
          .extracting(answer -> answer.getHeader(header))
          .containsOnly(answers.getFirst().getHeader(header));
    }
    assertThat(company.list("").path("total").asInt()).isEqualTo(2);
    assertThat(company.list("").path("openSlots").size()).isEqualTo(4);
    String id = body(answers.getFirst()).path("id").asString();
    topics.await("user.users.v1", id, "user.invited");
    assertThat(topics.all("user.users.v1", id)).hasSize(1);
  }

  @Test
  @DisplayName("I15 the same key for another body is 422; another account's same key is its own")
  void otherBody() {
    Company company = companies.signUp(1, 5, 0);
    Company other = companies.signUp(1, 5, 0);
    String key = UUID.randomUUID().toString();
    inviteWithKey(company, key, Company.person("A", "B", Company.newEmail("first"), "PLUS"));

    MockHttpServletResponse reused =
        inviteWithKey(company, key, Company.person("A", "B", Company.newEmail("second"), "PLUS"));

    assertThat(reused.getStatus()).isEqualTo(422);
    assertThat(code(reused)).isEqualTo("idempotency.key-reused");
    assertThat(company.list("").path("total").asInt()).isEqualTo(2);
    assertThat(
            inviteWithKey(other, key, Company.person("A", "B", Company.newEmail("third"), "PLUS"))
                .getStatus())
        .isEqualTo(201);
    MockHttpServletResponse bad =
        inviteWithKey(
            company, "x".repeat(201), Company.person("A", "B", Company.newEmail("x"), "PLUS"));
    assertThat(code(bad)).isEqualTo("idempotency.key-invalid");
  }

  @Test
  @DisplayName("I15 a refused request may be repeated with its key")
  void refusedMayBeRepeated() {
    publishPrices();
    Company company = companies.signUp(1, 0, 0);
    String key = UUID.randomUUID().toString();
    Map<String, Object> body = Company.person("Try", "Again", Company.newEmail("again"), "PLUS");
    assertThat(inviteWithKey(company, key, body).getStatus()).isEqualTo(402);
    deliver(
        "billing.accounts.v1",
        company.accountId(),
        "account.slots-changed",
        company.accountId(),
        slotsChanged(
            company,
            1,
            "ACTIVE",
            json.createArrayNode()
                .add(
                    json.createObjectNode().put("id", Ids.next().toString()).put("plan", "PLUS"))));

    assertThat(inviteWithKey(company, key, body).getStatus()).isEqualTo(201);
    assertThat(inviteWithKey(company, key, body).getStatus()).isEqualTo(201);
    assertThat(company.list("").path("total").asInt()).isEqualTo(2);
  }

  private int seatRequests(Company company, String condition) {
    return database()
        .sql(
            "select count(*) from users where account_id = ? and state = 'INVITED' and "
                + condition)
        .param(company.accountId())
        .query(Integer.class)
        .single();
  }

  private MockHttpServletResponse inviteWithKey(
      Company company, String key, Map<String, Object> body) {
    return Company.send(
        http,
        MockMvcRequestBuilders.post("/api/v1/users")
            .header("Idempotency-Key", key)
            .with(company.asAdmin()),
        json,
        body);
  }

  /** Billing's whole list of open slots; the slots in the form of the API. */
  private static Map<String, Object> slotsChanged(
      Company company, long version, String standing, JsonNode slots) {
    return Map.of(
        "accountId",
        company.accountId(),
        "version",
        version,
        "changed",
        List.of("openSlots"),
        "actor",
        Map.of("type", "SYSTEM"),
        "standing",
        standing,
        "openSlots",
        slots
            .valueStream()
            .map(slot ->
                Map.of(
                    "slotId",
                    slot.path("id").asString(),
                    "plan",
                    slot.path("plan").asString(),
                    "origin",
                    "SIGN_UP"))
            .toList());
  }
}
