package dev.switchboard.user.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.user.testing.AtOnce;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

/** D1, G1: what is known of a person. */
class EditUserTest extends UserServiceTest {
  private Company company;
  private UUID person;

  @BeforeEach
  void invite() {
    company = companies.signUp(3, 0, 0);
    person = company.invited(Company.newEmail("edited"), "BASIC");
  }

  @Test
  @DisplayName("D1 only what is sent changes; the list, the event and the log tell it")
  void editsWhatIsSent() {
    MockHttpServletResponse answer =
        patch(person, "\"1\"", Map.of("firstName", " Zoë ", "mobile", "+1 (212) 555-0187"));

    assertThat(answer.getStatus()).as(Company.read(answer)).isEqualTo(200);
    assertThat(answer.getHeader("ETag")).isEqualTo("\"2\"");
    JsonNode user = body(answer);
    assertThat(user.path("firstName").asString()).isEqualTo("Zoë");
    assertThat(user.path("lastName").asString()).isEqualTo("Okafor");
    assertThat(user.path("mobile").asString()).isEqualTo("+12125550187");
    assertThat(user.path("version").asInt()).isEqualTo(2);
    assertThat(company.row(person).path("firstName").asString()).isEqualTo("Zoë");
    JsonNode event = topics.await("user.users.v1", person.toString(), "user.changed").data();
    assertThat(event.path("changed").toString()).isEqualTo("[\"firstName\",\"mobile\"]");
    assertThat(event.path("mobile").asString()).isEqualTo("+12125550187");
    assertThat(entries("user.changed")).containsExactly("USER firstName, mobile");
  }

  @Test
  @DisplayName("D1 nothing new is no change: same version, no event")
  void nothingNew() {
    MockHttpServletResponse answer = patch(person, "*", Map.of("firstName", "José"));

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeader("ETag")).isEqualTo("\"1\"");
    assertThat(answer.getHeader("Consistency-Token")).isNull();
    assertThat(entries("user.changed")).isEmpty();
  }

  @Test
  @DisplayName("D1 null takes the mobile number away, and no other field")
  void nullRemoves() {
    patch(person, "*", Map.of("mobile", "+12125550187"));

    assertThat(body(patchText(person, "*", "{\"mobile\":null}")).path("mobile").isNull()).isTrue();
    for (String field : List.of("firstName", "lastName", "email", "timeZone", "language")) {
      MockHttpServletResponse refused = patchText(person, "*", "{\"" + field + "\":null}");
      assertThat(refused.getStatus()).as(field).isEqualTo(422);
      assertThat(body(refused).path("errors").path(0).path("pointer").asString())
          .isEqualTo("/" + field);
    }
  }

  @Test
  @DisplayName("D1 of 32 who edit the same version at once one wins, the others are told: 412")
  void editedAtOnce() {
    List<Integer> answers =
        AtOnce.run(32, i -> patch(person, "\"1\"", Map.of("lastName", "Edited" + i)).getStatus());

    assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 412).hasSize(31);
    assertThat(body(read(person)).path("version").asInt()).isEqualTo(2);
  }

  @Test
  @DisplayName("D1 without If-Match 428, with a weak or foreign tag 412")
  void ifMatch() {
    MockHttpServletResponse without =
        Company.send(
            http,
            MockMvcRequestBuilders.patch("/api/v1/users/" + person).with(company.asAdmin()),
            json,
            Map.of("firstName", "Zoë"));
    assertThat(without.getStatus()).isEqualTo(428);
    assertThat(code(without)).isEqualTo("version.required");
    for (String tag : List.of("W/\"1\"", "\"7\"", "1", "nonsense", "")) {
      assertThat(patch(person, tag, Map.of("firstName", "Zoë")).getStatus()).as(tag).isEqualTo(412);
    }
    assertThat(patch(person, "\"7\", \"1\"", Map.of("firstName", "Zoë")).getStatus())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @DisplayName("D1 a value that can't be is refused at its field")
  @CsvSource({
    "firstName, '', request.invalid",
    "lastName, '   ', request.invalid",
    "email, nobody, request.invalid",
    "mobile, 12125550187, user.mobile-invalid",
    "mobile, +1212, user.mobile-invalid",
    "mobile, '', user.mobile-invalid",
    "mobile, +12125550187;ext=5, user.mobile-invalid",
    "timeZone, Mars/Olympus, request.invalid",
    "language, xx, request.invalid",
    "voicemailPin, 1111, pin.format",
    "voicemailPin, 123456, pin.run",
  })
  void refused(String field, String value, String code) {
    MockHttpServletResponse answer = patch(person, "*", Map.of(field, value));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(code(answer)).isEqualTo(code);
    assertThat(body(answer).path("errors").path(0).path("pointer").asString())
        .isEqualTo("/" + field);
    assertThat(body(read(person)).path("version").asInt()).isEqualTo(1);
  }

  @Test
  @DisplayName("D1 the voicemail PIN is kept as a hash only, and never shown")
  void pinIsHidden() {
    MockHttpServletResponse answer = patch(person, "*", Map.of("voicemailPin", "482710"));

    assertThat(body(answer).path("voicemailPinSet").asBoolean()).isTrue();
    assertThat(Company.read(answer)).doesNotContain("482710");
    assertThat(
            database()
                .sql("select pin_hash from voicemail_pin where user_id = ?")
                .param(person)
                .query(String.class)
                .single())
        .startsWith("$argon2id$")
        .doesNotContain("482710");
    assertThat(entries("voicemail-pin.changed")).hasSize(1);

    patchText(person, "*", "{\"voicemailPin\":null}");
    assertThat(body(read(person)).path("voicemailPinSet").asBoolean()).isFalse();
    assertThat(entries("voicemail-pin.removed")).hasSize(1);
  }

  @Test
  @DisplayName("D1 the PIN can't be the own extension")
  void pinIsNotTheExtension() {
    deliver(
        "numbering.lines.v1",
        person,
        "line.opened",
        company.accountId(),
        company.line(person, "482716", 1));

    MockHttpServletResponse answer = patch(person, "*", Map.of("voicemailPin", "482716"));

    assertThat(code(answer)).isEqualTo("pin.extension");
  }

  @Test
  @DisplayName(
      "C4 another address of an invited person: the old link is dead, a new mail goes there")
  void addressWhileInvited() {
    company.occupySeat(person, "BASIC", 1);
    String old = linkSecret(person, 1);
    clock.advance(java.time.Duration.ofMinutes(2));
    String address = Company.newEmail("elsewhere");

    assertThat(
            patch(person, "*", Map.of("email", address.toUpperCase(java.util.Locale.ROOT)))
                .getStatus())
        .isEqualTo(200);

    String fresh = linkSecret(person, 2);
    assertThat(inspect(old)).isEqualTo("SUPERSEDED");
    assertThat(inspect(fresh)).isEqualTo("PENDING");
    assertThat(
            topics
                .all("notification.commands.v1", person.toString())
                .getLast()
                .data()
                .at("/to/email")
                .asString())
        .isEqualTo(address);
  }

  @Test
  @DisplayName("C4 before the first mail is out, it simply goes to the new address")
  void addressBeforeTheMail() {
    String address = Company.newEmail("early");
    patch(person, "*", Map.of("email", address));
    company.occupySeat(person, "BASIC", 1);

    linkSecret(person, 1);

    assertThat(
            topics
                .all("notification.commands.v1", person.toString())
                .getFirst()
                .data()
                .at("/to/email")
                .asString())
        .isEqualTo(address);
  }

  @Test
  @DisplayName("C4 the address of one who has joined is fixed; a taken one is refused")
  void addressIsFixed() {
    MockHttpServletResponse fixed =
        patch(company.adminId(), "*", Map.of("email", Company.newEmail("other")));
    assertThat(fixed.getStatus()).isEqualTo(409);
    assertThat(code(fixed)).isEqualTo("user.email-fixed");

    MockHttpServletResponse taken = patch(person, "*", Map.of("email", company.adminEmail()));
    assertThat(taken.getStatus()).isEqualTo(409);
    assertThat(code(taken)).isEqualTo("user.email-taken");
  }

  @Test
  @DisplayName("G1 a user edits himself, but neither his address nor anybody else")
  void selfOnly() {
    RequestPostProcessor self = tokens.user(company.accountId(), person);

    assertThat(
            patch(person, "*", Map.of("timeZone", "Europe/Paris", "language", "fr"), self)
                .getStatus())
        .isEqualTo(200);
    assertThat(patch(person, "*", Map.of("email", Company.newEmail("x")), self).getStatus())
        .isEqualTo(403);
    assertThat(patch(company.adminId(), "*", Map.of("firstName", "Bo"), self).getStatus())
        .isEqualTo(403);
    JsonNode user = body(get("/api/v1/users/" + person, self));
    assertThat(user.path("timeZone").asString()).isEqualTo("Europe/Paris");
    assertThat(user.path("language").asString()).isEqualTo("fr");
  }

  private String inspect(String secret) {
    return body(post("/api/v1/invitations/inspect", Map.of("token", secret)))
        .path("state")
        .asString();
  }

  private MockHttpServletResponse read(UUID user) {
    return get("/api/v1/users/" + user, company.asAdmin());
  }

  private MockHttpServletResponse patch(UUID user, String ifMatch, Map<String, String> body) {
    return patch(user, ifMatch, body, company.asAdmin());
  }

  private MockHttpServletResponse patch(
      UUID user, String ifMatch, Map<String, String> body, RequestPostProcessor caller) {
    return Company.send(
        http,
        MockMvcRequestBuilders.patch("/api/v1/users/" + user)
            .with(caller)
            .header("If-Match", ifMatch),
        json,
        body);
  }

  private MockHttpServletResponse patchText(UUID user, String ifMatch, String body) {
    return Company.perform(
        http,
        MockMvcRequestBuilders.patch("/api/v1/users/" + user)
            .with(company.asAdmin())
            .header("If-Match", ifMatch)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body));
  }

  /** Actor and changed fields of the log's entries about the person. */
  private List<String> entries(String action) {
    return database()
        .sql(
            """
            select trim(actor_type || ' ' || coalesce(details ->> 'changed', '')) from audit_entry
            where subject_id = ? and action = ?
            """)
        .params(person.toString(), action)
        .query(String.class)
        .list();
  }
}
