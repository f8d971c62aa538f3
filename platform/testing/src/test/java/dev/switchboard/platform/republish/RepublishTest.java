package dev.switchboard.platform.republish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.platform.sample.SampleApplication;
import dev.switchboard.platform.sample.SampleTest;
import dev.switchboard.platform.sample.SampleTokens;
import dev.switchboard.platform.sample.Wire;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RepublishTest extends SampleTest {
  private final UUID ours = UUID.randomUUID();
  private final UUID theirs = UUID.randomUUID();

  @Test
  @DisplayName(
      "one aggregate is told again with its account: a new event, and no new effect on its copy")
  void one() {
    String id = add(ours);
    await().until(() -> effects(id) == 1);

    JsonNode result = republish("\"key\":\"" + id + "\"");

    assertThat(result.toString()).isEqualTo("{\"told\":1,\"next\":null}");
    await().until(() -> effects(id) == 2);
    List<Wire.Read> told =
        Wire.readAll(SampleApplication.TOPIC).stream()
            .filter(each -> id.equals(each.key()))
            .toList();
    assertThat(told).hasSize(2);
    assertThat(told.get(1).value()).isEqualTo(told.get(0).value());
    assertThat(told.get(1).id()).isNotEqualTo(told.get(0).id());
    assertThat(told.get(1).headers()).containsEntry("ce_accountid", ours.toString());
  }

  @Test
  @DisplayName("a whole topic is told again step by step, of all accounts, each aggregate once")
  void wholeTopic() {
    List<String> added = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      added.add(add(i % 2 == 0 ? ours : theirs));
    }
    await().until(() -> added.stream().allMatch(id -> effects(id) == 1));
    // Ids are ordered by the time of their making: most of what other tests made is before these.
    String next = before(added);
    List<Integer> steps = new ArrayList<>();
    while (next != null) {
      JsonNode step = republish("\"after\":\"" + next + "\",\"limit\":\"3\"");
      steps.add(step.path("told").asInt());
      next = step.path("next").isNull() ? null : step.path("next").asString();
    }
    assertThat(steps).startsWith(3, 3).allMatch(told -> told <= 3);
    await().until(() -> added.stream().allMatch(id -> effects(id) == 2));
  }

  @Test
  @DisplayName("an aggregate that there is not is not told; what can't be asked for is a 400")
  void unknown() {
    assertThat(republish("\"key\":\"" + UUID.randomUUID() + "\"").path("told").asInt()).isZero();
    assertThat(send("{\"topic\":\"no.such.v1\"}").statusCode()).isEqualTo(400);
    assertThat(send("{\"topic\":\"no.such.v1\"}").body())
        .as("the operator is told why")
        .contains("this service republishes");
    assertThat(send("{}").statusCode()).isEqualTo(400);
    assertThat(ask("\"key\":\"not an id\"").statusCode()).isEqualTo(400);
    assertThat(json(call(toManagement("/actuator/republish"))).toString())
        .isEqualTo("{\"topics\":[\"" + SampleApplication.TOPIC + "\"]}");
  }

  private String add(UUID account) {
    HttpResponse<String> added =
        post(SampleTokens.admin(account), UUID.randomUUID().toString(), thing("desk"));
    return json(added).path("id").asString();
  }

  private static String before(List<String> ids) {
    UUID first = UUID.fromString(new TreeSet<>(ids).first());
    return new UUID(first.getMostSignificantBits() - 1, 0).toString();
  }

  private JsonNode republish(String rest) {
    HttpResponse<String> answer = ask(rest);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }

  private HttpResponse<String> ask(String rest) {
    return send("{\"topic\":\"" + SampleApplication.TOPIC + "\"," + rest + "}");
  }

  private HttpResponse<String> send(String body) {
    return call(toManagement("/actuator/republish").POST(BodyPublishers.ofString(body)));
  }

  private int effects(String thing) {
    return jdbc.sql("select count(*) from effect where thing_id = ?")
        .param(thing)
        .query(Integer.class)
        .single();
  }
}
