package dev.switchboard.numbering.line.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.testing.DeletedUsers;
import dev.switchboard.numbering.testing.WebTest;
import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.platform.time.Ids;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

class CallForwardingTest extends WebTest {
  private static final String PATH = "/api/v1/users/{id}/call-forwarding";
  private static final String LINES = "numbering.lines.v1";
  private static final String TARGET = "+12125550187";

  @Test
  @DisplayName("D2 F5 calls are forwarded to one number, in canonical form; all hear of it")
  void forwards() {
    UUID user = invited();
    assertThat(body(read(user, asAdmin())).path("number").isNull()).isTrue();

    MockHttpServletResponse answer = forward(user, "(212) 555-0187", "\"1\"", asAdmin());

    assertThat(answer.getStatus()).as(text(answer)).isEqualTo(200);
    assertThat(body(answer).path("number").asString()).isEqualTo(TARGET);
    assertThat(answer.getHeader("ETag")).isEqualTo("\"2\"");
    TestTopics.Event told = topics.await(LINES, user.toString(), "line.changed");
    assertThat(answer.getHeader("Consistency-Token")).isEqualTo("numbering-service:" + told.id());
    assertThat(told.data().path("forwardTo").asString()).isEqualTo(TARGET);
    assertThat(told.data().path("changed").toString()).isEqualTo("[\"forwardTo\"]");
    assertThat(body(read(user, asAdmin()))).isEqualTo(body(answer));
  }

  @Test
  @DisplayName("F5 call screening is always on, and nothing that can be sent")
  void screening() {
    UUID user = invited();

    assertThat(body(read(user, asAdmin())).path("screening").asBoolean()).isTrue();
    MockHttpServletResponse answer =
        put(PATH, user, "{\"number\":\"2125550187\",\"screening\":false}", "*", asAdmin());

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(targetOf(user)).isNull();
  }

  @Test
  @DisplayName("F5 \"No\" removes it; twice is no error, and tells once")
  void stops() {
    UUID user = invited();
    forward(user, TARGET, "*", asAdmin());

    MockHttpServletResponse answer = stop(user, asAdmin());
    MockHttpServletResponse again = stop(user, asAdmin());

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(body(answer).path("number").isNull()).isTrue();
    assertThat(answer.getHeader("ETag")).isEqualTo("\"3\"");
    assertThat(again.getHeader("ETag")).isEqualTo("\"3\"");
    assertThat(again.getHeader("Consistency-Token")).isNull();
    await("three events", () -> topics.all(LINES, user.toString()).size() == 3);
  }

  @Test
  @DisplayName("F5 the number that it has is no change: no event, no entry")
  void same() {
    UUID user = invited();
    forward(user, TARGET, "*", asAdmin());

    MockHttpServletResponse answer = forward(user, "212-555-0187", "\"2\"", asAdmin());

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeader("ETag")).isEqualTo("\"2\"");
    assertThat(answer.getHeader("Consistency-Token")).isNull();
  }

  @Test
  @DisplayName("H2 the log tells that it changed, by whom and whose, and no number")
  void audited() {
    UUID user = invited();

    forward(user, TARGET, "*", tokens.user(account, user));
    stop(user, asAdmin());

    await("two entries", () -> topics.all("user.audit.v1", account.toString()).size() == 2);
    List<JsonNode> entries =
        topics.all("user.audit.v1", account.toString()).stream()
            .map(TestTopics.Event::data)
            .toList();
    assertThat(entries)
        .extracting(entry -> entry.path("action").asString())
        .containsExactly("line.forwarding-changed", "line.forwarding-stopped");
    assertThat(entries)
        .extracting(entry -> entry.at("/actor/userId").asString())
        .containsExactly(user.toString(), admin.toString());
    assertThat(entries).noneMatch(entry -> entry.toString().contains("5550187"));
  }

  @Test
  @DisplayName("G2 a user changes his own, and nobody else's")
  void himself() {
    UUID user = invited();
    UUID other = invited();

    assertThat(forward(user, TARGET, "*", tokens.user(account, user)).getStatus()).isEqualTo(200);
    assertThat(forward(other, TARGET, "*", tokens.user(account, user)).getStatus()).isEqualTo(403);
    assertThat(stop(user, tokens.user(account, other)).getStatus()).isEqualTo(403);
    assertThat(targetOf(user)).isEqualTo(TARGET);
  }

  @Test
  @DisplayName("D1 428 without If-Match, 412 with an old version; nothing is overwritten")
  void versions() {
    UUID user = invited();
    forward(user, TARGET, "\"1\"", asAdmin());

    refused(forward(user, "2125550188", null, asAdmin()), 428, "version.required", null);
    refused(forward(user, "2125550188", "\"1\"", asAdmin()), 412, "version.mismatch", null);
    assertThat(targetOf(user)).isEqualTo(TARGET);
  }

  @ParameterizedTest
  @DisplayName("F5 each refusal says why, at the field, and changes nothing")
  @CsvSource({
    "911, forwarding.emergency",
    "+1 900 234 5678, forwarding.premium",
    "+881 641 400 000, forwarding.satellite",
    "411, forwarding.short-code",
    "*72 212 555 0187, forwarding.dialling",
    "'2125550187, 2125550188', forwarding.several",
    "home, forwarding.format",
    "+1 212 155 0187, forwarding.not-in-use",
    "+44 20 7946 0018, forwarding.country"
  })
  void refusals(String typed, String code) {
    UUID user = invited();

    refused(forward(user, typed, "*", asAdmin()), 422, code, "/number");

    assertThat(targetOf(user)).isNull();
  }

  @ParameterizedTest
  @DisplayName("F5 anything that is not one text is refused, never a 5xx")
  @ValueSource(
      strings = {
        "{}",
        "{\"number\":null}",
        "{\"number\":[\"2125550187\"]}",
        "{\"number\":{\"a\":1}}",
        "{\"number\":\"2125550187\",\"more\":1}",
        "[]",
        "null",
        "2125550187",
        "{"
      })
  void badBodies(String body) {
    MockHttpServletResponse answer = put(PATH, invited(), body, "*", asAdmin());

    assertThat(answer.getStatus()).as(text(answer)).isIn(400, 422);
    assertThat(answer.getContentType()).startsWith("application/problem+json");
  }

  @Test
  @DisplayName("F5 the company forwards to its own country, or to those that it has chosen")
  void countries() {
    UUID user = invited();
    database()
        .sql("insert into forwarding_country (account_id, country) values (?, 'US'), (?, 'GB')")
        .params(account, account)
        .update();

    assertThat(forward(user, "+44 20 7946 0018", "*", asAdmin()).getStatus()).isEqualTo(200);
    refused(forward(user, "+49 30 901820", "*", asAdmin()), 422, "forwarding.country", "/number");
  }

  @Test
  @DisplayName("F5 the home country is that of the company's numbers")
  void home() {
    UUID user = invited();
    number("+14165550142", account, null);

    assertThat(forward(user, "416 555 0177", "*", asAdmin()).getStatus()).isEqualTo(200);
    refused(forward(user, TARGET, "*", asAdmin()), 422, "forwarding.country", "/number");
  }

  @Test
  @DisplayName("F5 no number of the company, whatever it is used for; of another company yes")
  void own() {
    UUID user = invited();
    UUID colleague = invited();
    number("+12125550110", account, null);
    number("+12125550111", account, colleague);
    number("+12125550112", Ids.next(), null);

    for (String own : List.of("+12125550110", "+12125550111")) {
      refused(forward(user, own, "*", asAdmin()), 422, "forwarding.own", "/number");
    }
    assertThat(forward(user, "+12125550112", "*", asAdmin()).getStatus()).isEqualTo(200);
  }

  @Test
  @DisplayName("F5 no loop, over however many users and companies")
  void loops() {
    UUID user = invited();
    number("+12125550120", account, user);
    UUID second = Ids.next();
    UUID third = Ids.next();
    UUID secondAccount = Ids.next();
    UUID thirdAccount = Ids.next();
    awaitSent(invite(secondAccount, second));
    awaitSent(invite(thirdAccount, third));
    number("+12125550121", secondAccount, second);
    number("+12125550122", thirdAccount, third);
    assertThat(forward(user, "+12125550121", "*", asAdmin()).getStatus()).isEqualTo(200);
    RequestPostProcessor asSecond = tokens.user(secondAccount, second);
    RequestPostProcessor asThird = tokens.user(thirdAccount, third);
    assertThat(forward(second, "+12125550122", "*", asSecond).getStatus()).isEqualTo(200);

    refused(forward(third, "+12125550120", "*", asThird), 422, "forwarding.loop", "/number");
    refused(forward(third, "+12125550121", "*", asThird), 422, "forwarding.loop", "/number");
    stop(second, asSecond);
    assertThat(forward(third, "+12125550120", "*", asThird).getStatus()).isEqualTo(200);
  }

  @Test
  @DisplayName("F5 32 who forward to each other in a ring at once never close it")
  void ring() {
    List<UUID> accounts = IntStream.range(0, 32).mapToObj(i -> Ids.next()).toList();
    List<UUID> users = IntStream.range(0, 32).mapToObj(i -> Ids.next()).toList();
    for (int i = 0; i < 32; i++) {
      awaitTaken(invite(accounts.get(i), users.get(i)));
      number("+121255501%02d".formatted(40 + i), accounts.get(i), users.get(i));
    }

    List<Integer> statuses =
        atOnce(
            IntStream.range(0, 32)
                .mapToObj(i ->
                    (Callable<Integer>)
                        () ->
                            forward(
                                    users.get(i),
                                    "+121255501%02d".formatted(40 + (i + 1) % 32),
                                    "*",
                                    tokens.user(accounts.get(i), users.get(i)))
                                .getStatus())
                .toList());

    assertThat(statuses).filteredOn(status -> status == 200).hasSizeLessThan(32);
    assertThat(statuses).containsOnly(200, 422);
    assertThat(statuses).filteredOn(status -> status == 422).hasSize(1);
  }

  @Test
  @DisplayName("D1 32 admins change it from the same version: one does, 31 are told")
  void atOnceFromOneVersion() {
    UUID user = invited();

    List<Integer> statuses =
        atOnce(
            IntStream.range(0, 32)
                .mapToObj(i ->
                    (Callable<Integer>)
                        () ->
                            forward(user, "+121255501%02d".formatted(i), "\"1\"", asAdmin())
                                .getStatus())
                .toList());

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 412).hasSize(31);
  }

  @Test
  @DisplayName("D6 who is deleted has none to change; restored, his calls go where they went")
  void deleted() {
    UUID user = invited();
    forward(user, TARGET, "*", asAdmin());
    DeletedUsers deleted = new DeletedUsers(topics, account);
    awaitSent(deleted.delete(user, 2));

    refused(forward(user, "2125550188", "*", asAdmin()), 404, "resource.not-found", null);
    refused(stop(user, asAdmin()), 404, "resource.not-found", null);
    awaitSent(deleted.restore(user, 3));

    assertThat(targetOf(user)).isEqualTo(TARGET);
  }

  private MockHttpServletResponse read(UUID user, RequestPostProcessor caller) {
    return perform(MockMvcRequestBuilders.get(PATH, user).with(caller));
  }

  private MockHttpServletResponse stop(UUID user, RequestPostProcessor caller) {
    return perform(MockMvcRequestBuilders.delete(PATH, user).with(caller));
  }

  private MockHttpServletResponse forward(
      UUID user, String number, @Nullable String ifMatch, RequestPostProcessor caller) {
    return put(PATH, user, json.writeValueAsString(Map.of("number", number)), ifMatch, caller);
  }

  private @Nullable String targetOf(UUID user) {
    return database()
        .sql("select forward_to from line where user_id = ?")
        .param(user)
        .query((row, index) -> Optional.ofNullable(row.getString(1)))
        .single()
        .orElse(null);
  }

  /** A number of an account: the company main number, or this user's. */
  private void number(String number, UUID of, @Nullable UUID user) {
    if (user == null) {
      main(number, of);
    } else {
      direct(number, of, user);
    }
  }
}
