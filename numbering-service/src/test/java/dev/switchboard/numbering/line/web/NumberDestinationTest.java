package dev.switchboard.numbering.line.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.testing.DeletedUsers;
import dev.switchboard.numbering.testing.WebTest;
import dev.switchboard.platform.time.Ids;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

class NumberDestinationTest extends WebTest {
  private static final String PATH = "/api/v1/phone-numbers/{number}/destination";
  private static final String NUMBERS = "numbering.numbers.v1";
  private static final AtomicInteger NEXT = new AtomicInteger();

  @Test
  @DisplayName("F2 the main number leads to the greeting, a user, a voicemail box, or elsewhere")
  void mainNumber() {
    UUID user = invited();
    String main = main();

    JsonNode rings = lead(main, "USER", user, null, "\"1\"").path("destination");
    assertThat(rings.path("userId").asString()).isEqualTo(user.toString());
    JsonNode box = lead(main, "VOICEMAIL", user, null, "\"2\"").path("destination");
    assertThat(box.path("userId").asString()).isEqualTo(user.toString());
    JsonNode companyBox = lead(main, "VOICEMAIL", null, null, "\"3\"").path("destination");
    assertThat(companyBox.hasNonNull("userId")).isFalse();
    JsonNode away = lead(main, "FORWARD", null, "(212) 555-0187", "\"4\"").path("destination");
    assertThat(away.path("forwardTo").asString()).isEqualTo("+12125550187");

    JsonNode told =
        topics.await(NUMBERS, main, event -> event.data().path("version").asInt() == 5).data();
    assertThat(told.path("destination").path("type").asString()).isEqualTo("FORWARD");
    assertThat(told.path("destination").path("number").asString()).isEqualTo("+12125550187");
    assertThat(told.path("destination").path("screening").asBoolean()).isTrue();
    assertThat(told.path("changed")).hasToString("[\"destination\"]");
    assertThat(lead(main, "GREETING", null, null, "\"5\"").path("version").asInt()).isEqualTo(6);
    assertThat(lead(main, "GREETING", null, null, "*").path("version").asInt())
        .as("twice")
        .isEqualTo(6);
  }

  @Test
  @DisplayName("F2 a direct number rings at its user or goes to a box, and to nobody else")
  void directNumber() {
    UUID user = invited();
    String number = next();
    direct(number, account, user);

    assertThat(lead(number, "VOICEMAIL", user, null, "*").path("version").asInt()).isEqualTo(2);
    assertThat(lead(number, "USER", user, null, "*").path("version").asInt()).isEqualTo(3);
    refused(put(number, "USER", invited(), null, "*"), 422, "number.other-user", "/userId");
  }

  @Test
  @DisplayName("F2 assigned anew a number leads to its new holder, unassigned nowhere")
  void followsTheHolder() {
    UUID user = invited();
    String main = main();
    lead(main, "VOICEMAIL", null, null, "*");

    assign(main, "DELETE", "");
    JsonNode direct = assign(main, "PUT", "{\"userId\":\"%s\"}".formatted(user));

    assertThat(direct.path("destination").path("type").asString()).isEqualTo("USER");
    refused(put(unused(), "GREETING", null, null, "*"), 409, "number.not-used", null);
  }

  @Test
  @DisplayName("F2 F5 a number is not forwarded to what users can't forward to, nor in a circle")
  void forwarding() {
    UUID user = invited();
    String main = main();
    String number = next();
    direct(number, account, user);
    UUID otherAccount = Ids.next();
    String foreign = next();
    main(foreign, otherAccount);

    refused(put(main, "FORWARD", null, "911", "*"), 422, "forwarding.emergency", "/number");
    refused(put(main, "FORWARD", null, number, "*"), 422, "forwarding.own", "/number");
    assertThat(put(main, "FORWARD", null, foreign, "*").getStatus()).isEqualTo(200);
    MockHttpServletResponse back =
        perform(
            MockMvcRequestBuilders.put(PATH, foreign)
                .header("If-Match", "*")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"type\":\"FORWARD\",\"forwardTo\":\"%s\"}".formatted(main))
                .with(tokens.admin(otherAccount, Ids.next())));
    refused(back, 422, "forwarding.loop", "/number");
  }

  @Test
  @DisplayName("F5 a number is not given to a user whose forwarded calls would come back to it")
  void loopByAssignment() {
    UUID user = invited();
    String number = unused();
    UUID otherAccount = Ids.next();
    UUID stranger = Ids.next();
    awaitSent(invite(otherAccount, stranger));
    String his = next();
    direct(his, otherAccount, stranger);
    forward(user, his);
    database()
        .sql("update line set forward_to = ? where user_id = ?")
        .params(number, stranger)
        .update();

    MockHttpServletResponse answer =
        perform(
            MockMvcRequestBuilders.put("/api/v1/phone-numbers/{number}/assignment", number)
                .header("If-Match", "*")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"userId\":\"%s\"}".formatted(user))
                .with(asAdmin()));

    refused(answer, 422, "forwarding.loop", "/number");
  }

  @Test
  @DisplayName("F2 D6 a user who is gone for good takes the main number's way to him with him")
  void userGone() {
    UUID user = invited();
    String main = main();
    lead(main, "USER", user, null, "*");
    DeletedUsers users = new DeletedUsers(topics, account);
    awaitSent(users.delete(user, 2));
    refused(put(main, "VOICEMAIL", user, null, "*"), 422, "number.user-unknown", "/userId");

    awaitSent(users.erase(user, 3, null));

    JsonNode told =
        topics.await(NUMBERS, main, event -> event.data().path("version").asInt() == 3).data();
    assertThat(told.path("destination").path("type").asString()).isEqualTo("GREETING");
  }

  @Test
  @DisplayName("F2 A6 a foreign number or user is unknown; D1 412 with an old version, 428 without")
  void foreign() {
    String main = main();
    String foreign = next();
    main(foreign, Ids.next());
    UUID stranger = Ids.next();
    awaitSent(invite(Ids.next(), stranger));

    refused(put(foreign, "GREETING", null, null, "*"), 404, "resource.not-found", null);
    refused(put(main, "USER", stranger, null, "*"), 422, "number.user-unknown", "/userId");
    refused(put(main, "VOICEMAIL", null, null, "\"7\""), 412, "version.mismatch", null);
    refused(put(main, "VOICEMAIL", null, null, null), 428, "version.required", null);
  }

  @Test
  @DisplayName("H2 the log tells that a number is forwarded, and not where to")
  void audited() {
    String main = main();
    lead(main, "FORWARD", null, "+12125550187", "*");

    await("logged", () -> !topics.all("user.audit.v1", account.toString()).isEmpty());
    JsonNode entry = topics.all("user.audit.v1", account.toString()).getFirst().data();
    assertThat(entry.path("action").asString()).isEqualTo("number.destination-changed");
    assertThat(entry.path("details").path("to").asString()).isEqualTo("FORWARD");
    assertThat(entry.toString()).doesNotContain("2125550187");
  }

  @ParameterizedTest
  @DisplayName("F2 a destination is whole, and anything else is refused, never a 5xx")
  @ValueSource(
      strings = {
        "{}",
        "{\"type\":null}",
        "{\"type\":\"QUEUE\"}",
        "{\"type\":\"USER\"}",
        "{\"type\":\"FORWARD\"}",
        "{\"type\":\"GREETING\",\"userId\":\"01998f3a-6c00-7a10-8000-4c1f0a9be001\"}",
        "{\"type\":\"VOICEMAIL\",\"forwardTo\":\"+12125550187\"}",
        "{\"type\":\"GREETING\",\"screening\":false}",
        "[]",
        "{"
      })
  void badBodies(String body) {
    MockHttpServletResponse answer = put(main(), body, "*");

    assertThat(answer.getStatus()).as(text(answer)).isIn(400, 422);
    assertThat(answer.getContentType()).startsWith("application/problem+json");
  }

  private JsonNode lead(
      String number, String type, @Nullable UUID user, @Nullable String forwardTo, String ifMatch) {
    MockHttpServletResponse answer = put(number, type, user, forwardTo, ifMatch);
    assertThat(answer.getStatus()).as(text(answer)).isEqualTo(200);
    return body(answer);
  }

  private MockHttpServletResponse put(
      String number,
      String type,
      @Nullable UUID user,
      @Nullable String forwardTo,
      @Nullable String ifMatch) {
    Map<String, Object> body = new HashMap<>(Map.of("type", type));
    if (user != null) {
      body.put("userId", user);
    }
    if (forwardTo != null) {
      body.put("forwardTo", forwardTo);
    }
    return put(number, json.writeValueAsString(body), ifMatch);
  }

  private MockHttpServletResponse put(String number, String body, @Nullable String ifMatch) {
    var request =
        MockMvcRequestBuilders.put(PATH, number)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body)
            .with(asAdmin());
    return perform(ifMatch == null ? request : request.header("If-Match", ifMatch));
  }

  private JsonNode assign(String number, String method, String body) {
    return body(
        perform(
            MockMvcRequestBuilders.request(
                    org.springframework.http.HttpMethod.valueOf(method),
                    "/api/v1/phone-numbers/{number}/assignment",
                    number)
                .header("If-Match", "*")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(asAdmin())));
  }

  private void forward(UUID user, String to) {
    assertThat(
            perform(
                    MockMvcRequestBuilders.put("/api/v1/users/{id}/call-forwarding", user)
                        .header("If-Match", "*")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"number\":\"%s\"}".formatted(to))
                        .with(asAdmin()))
                .getStatus())
        .isEqualTo(200);
  }

  /** The main number of the account: another one each time, the one before is in the pool. */
  private String main() {
    database()
        .sql(
            """
            update phone_number set state = 'UNASSIGNED', use = null, destination = null, destination_user = null,
              destination_number = null
            where account_id = ? and use = 'COMPANY_MAIN'
            """)
        .param(account)
        .update();
    String number = next();
    main(number, account);
    return number;
  }

  private String unused() {
    String number = next();
    unassigned(number, account);
    return number;
  }

  /** A number that no other test has. */
  private static String next() {
    return "+1303800%04d".formatted(NEXT.incrementAndGet());
  }
}
