package dev.switchboard.numbering.line.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.testing.DeletedUsers;
import dev.switchboard.numbering.testing.WebTest;
import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.platform.time.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

class NumberAssignmentTest extends WebTest {
  private static final String PATH = "/api/v1/phone-numbers/{number}/assignment";
  private static final int RACERS = 32;
  private static final int ROUNDS = 200;
  private static final AtomicInteger NEXT = new AtomicInteger(2_000_000);

  @Test
  @DisplayName("B7 F1 an unused number is a user's: number, line and list hear of it")
  void toUser() {
    UUID user = invited();
    String number = unused(account);

    MockHttpServletResponse answer = assign(number, Map.of("userId", user), "\"1\"");

    assertThat(answer.getStatus()).as(text(answer)).isEqualTo(200);
    assertThat(body(answer).path("state").asString()).isEqualTo("ASSIGNED");
    assertThat(body(answer).path("use").asString()).isEqualTo("DIRECT");
    assertThat(body(answer).path("userId").asString()).isEqualTo(user.toString());
    assertThat(answer.getHeader("ETag")).isEqualTo("\"2\"");
    TestTopics.Event line = topics.await("numbering.lines.v1", user.toString(), "line.changed");
    assertThat(answer.getHeader("Consistency-Token")).isEqualTo("numbering-service:" + line.id());
    assertThat(line.data().path("directNumbers").path(0).asString()).isEqualTo(number);
    JsonNode told = topics.await("numbering.numbers.v1", number, "number.assigned").data();
    assertThat(told.path("userId").asString()).isEqualTo(user.toString());
    assertThat(assign(number, Map.of("userId", user), "*").getHeader("Consistency-Token"))
        .as("twice")
        .isNull();
  }

  @Test
  @DisplayName("F1 unassigned it is the account's and unused, and the user's no more")
  void toNobody() {
    UUID user = invited();
    String first = unused(account);
    String second = unused(account);
    assign(first, Map.of("userId", user), "*");
    assign(second, Map.of("userId", user), "*");

    MockHttpServletResponse answer = unassign(first, "\"2\"");

    assertThat(answer.getStatus()).as(text(answer)).isEqualTo(200);
    assertThat(body(answer).path("state").asString()).isEqualTo("UNASSIGNED");
    topics.await("numbering.numbers.v1", first, "number.released");
    await(
        "the line has one number",
        () ->
            topics
                .all("numbering.lines.v1", user.toString())
                .getLast()
                .data()
                .path("directNumbers")
                .valueStream()
                .map(JsonNode::asString)
                .toList()
                .equals(List.of(second)));
    assertThat(unassign(first, "*").getHeader("Consistency-Token")).as("twice").isNull();
  }

  @Test
  @DisplayName(
      "B8 the company main number is unassigned, and then a user's; another takes its place")
  void mainNumber() {
    UUID user = invited();
    String main = next();
    main(main, account);
    String other = unused(account);

    refused(assign(other, Map.of("company", true), "*"), 409, "number.main-exists", null);
    assertThat(unassign(main, "*").getStatus()).isEqualTo(200);
    assertThat(assign(main, Map.of("userId", user), "*").getStatus()).isEqualTo(200);
    MockHttpServletResponse answer = assign(other, Map.of("company", true), "*");

    assertThat(body(answer).path("use").asString()).isEqualTo("COMPANY_MAIN");
    JsonNode told = topics.await("numbering.numbers.v1", other, "number.assigned").data();
    assertThat(told.path("use").asString()).isEqualTo("COMPANY_MAIN");
  }

  @Test
  @DisplayName("F3 a number in use is told as such; one of another account is unknown")
  void notFree() {
    UUID user = invited();
    UUID other = invited();
    String number = unused(account);
    assign(number, Map.of("userId", user), "*");
    String foreign = unused(Ids.next());

    refused(assign(number, Map.of("userId", other), "*"), 409, "number.in-use", null);
    refused(assign(number, Map.of("company", true), "*"), 409, "number.in-use", null);
    refused(assign(foreign, Map.of("userId", user), "*"), 404, "resource.not-found", null);
    refused(unassign(foreign, "*"), 404, "resource.not-found", null);
    refused(unassign("no-number", "*"), 404, "resource.not-found", null);
  }

  @Test
  @DisplayName("F3 never to a deleted user; what is his is held until that can't be undone")
  void deleted() {
    UUID user = invited();
    String his = unused(account);
    assign(his, Map.of("userId", user), "*");
    awaitSent(new DeletedUsers(topics, account).delete(user, 2));
    String other = unused(account);

    refused(assign(other, Map.of("userId", user), "*"), 422, "number.user-unknown", "/userId");
    refused(
        assign(other, Map.of("userId", Ids.next()), "*"), 422, "number.user-unknown", "/userId");
    refused(unassign(his, "*"), 409, "number.held", null);
  }

  @Test
  @DisplayName("D1 428 without If-Match, 412 with an old version")
  void versions() {
    UUID user = invited();
    String number = unused(account);

    refused(assign(number, Map.of("userId", user), null), 428, "version.required", null);
    refused(assign(number, Map.of("userId", user), "\"7\""), 412, "version.mismatch", null);
    refused(unassign(number, "\"7\""), 412, "version.mismatch", null);
  }

  @ParameterizedTest
  @DisplayName("F1 either a user or the company is named; anything else is refused, never a 5xx")
  @ValueSource(
      strings = {
        "{}",
        "{\"company\":false}",
        "{\"company\":true,\"userId\":\"01998f3a-6c00-7a10-8000-4c1f0a9be001\"}",
        "{\"userId\":\"x\"}",
        "{\"userId\":null}",
        "{\"company\":\"yes\"}",
        "[]",
        "{"
      })
  void badBodies(String body) {
    MockHttpServletResponse answer = put(unused(account), body, "*");

    assertThat(answer.getStatus()).as(text(answer)).isIn(400, 422);
    assertThat(answer.getContentType()).startsWith("application/problem+json");
  }

  @Test
  @DisplayName("H2 both are in the audit log")
  void audited() {
    UUID user = invited();
    String number = unused(account);
    assign(number, Map.of("userId", user), "*");
    unassign(number, "*");

    await("two entries", () -> topics.all("user.audit.v1", account.toString()).size() == 2);
    assertThat(topics.all("user.audit.v1", account.toString()))
        .extracting(entry -> entry.data().path("action").asString())
        .containsExactly("number.assigned", "number.unassigned");
  }

  @Test
  @DisplayName("F3 I3 32 assign one number to 32 users: one wins, 31 are told; round after round")
  void race() {
    List<UUID> users = IntStream.range(0, RACERS).mapToObj(i -> Ids.next()).toList();
    users.stream().map(user -> invite(account, user)).toList().forEach(this::awaitTaken);
    for (int round = 0; round < ROUNDS; round++) {
      String number = unused(account);

      List<MockHttpServletResponse> answers =
          atOnce(
              users.stream()
                  .map(user ->
                      (Callable<MockHttpServletResponse>)
                          () -> assign(number, Map.of("userId", user), "*"))
                  .toList());

      assertThat(answers).filteredOn(answer -> answer.getStatus() == 200).hasSize(1);
      answers.stream()
          .filter(answer -> answer.getStatus() != 200)
          .forEach(answer -> refused(answer, 409, "number.in-use", null));
      assertThat(count("select count(*) from line where ? = any (direct_numbers)", number))
          .isEqualTo(1);
    }
  }

  @Test
  @DisplayName("F3 I3 assigned and unassigned by 32 at once, number and line always say the same")
  void backAndForth() {
    UUID user = invited();
    String number = unused(account);

    List<Integer> statuses =
        atOnce(
            IntStream.range(0, RACERS)
                .mapToObj(i ->
                    (Callable<Integer>)
                        () ->
                            (i % 2 == 0
                                    ? assign(number, Map.of("userId", user), "*")
                                    : unassign(number, "*"))
                                .getStatus())
                .toList());

    assertThat(statuses).isSubsetOf(200, 412);
    assertThat(
            count(
                """
                select count(*) from phone_number n join line l on l.user_id = ?
                where n.number = ? and (n.user_id is not null) = (n.number = any (l.direct_numbers))
                """,
                user,
                number))
        .isEqualTo(1);
  }

  private MockHttpServletResponse assign(
      String number, Map<String, Object> holder, @Nullable String ifMatch) {
    return put(number, json.writeValueAsString(holder), ifMatch);
  }

  private MockHttpServletResponse put(String number, String body, @Nullable String ifMatch) {
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.put(PATH, number)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body)
            .with(asAdmin());
    return perform(ifMatch == null ? request : request.header("If-Match", ifMatch));
  }

  private MockHttpServletResponse unassign(String number, String ifMatch) {
    return perform(
        MockMvcRequestBuilders.delete(PATH, number).header("If-Match", ifMatch).with(asAdmin()));
  }

  private String unused(UUID of) {
    String number = next();
    unassigned(number, of);
    return number;
  }

  /** A number that no other test has. */
  private static String next() {
    return "+1303%07d".formatted(NEXT.incrementAndGet());
  }
}
