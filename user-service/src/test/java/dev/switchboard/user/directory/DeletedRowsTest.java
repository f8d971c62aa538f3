package dev.switchboard.user.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.RawTopics;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** D6, K2: the row of a deleted user, and what late events can do to it. */
class DeletedRowsTest extends UserServiceTest {
  private static final String LINES = "numbering.lines.v1";
  private static final String SEATS = "billing.seats.v1";
  private static final String DIRECTORY = "user.directory.v1";
  private Company company;
  private UUID person;

  @BeforeEach
  void invite() {
    company = companies.signUp(2, 0, 0);
    person = company.invited(Company.newEmail("row"), "BASIC");
    tell(SEATS, "seat.occupied", company.seat(person, "BASIC", 1));
    tell(LINES, "line.opened", company.line(person, "102", 1));
  }

  @Test
  @DisplayName("D6 events that come late, or twice, do not bring a deleted user back into the list")
  void lateEvents() {
    delete("/api/v1/users/" + person, company.asAdmin());
    tell(SEATS, "seat.vacated", vacated(2));
    tell(LINES, "line.closed", closed(2));
    tell(SEATS, "seat.occupied", company.seat(person, "BASIC", 1));
    tell(LINES, "line.opened", company.line(person, "102", 1));
    tell(LINES, "line.closed", closed(2));

    assertThat(company.list("").path("total").asInt()).isEqualTo(1);
    await("the tombstone", () -> last() == null);
    await("outbox is empty", this::outboxIsEmpty);
    assertThat(last()).isNull();
  }

  @Test
  @DisplayName(
      "D6 restored, he is in the list at once, with plan and line as soon as they are his again, and"
          + " the topic ends on his whole")
  void restored() {
    delete("/api/v1/users/" + person, company.asAdmin());
    tell(LINES, "line.closed", closed(2));
    tell(SEATS, "seat.vacated", vacated(2));

    post("/api/v1/users/" + person + "/restore", Map.of(), company.asAdmin());

    assertThat(company.row(person).path("state").asString()).isEqualTo("INVITED");
    assertThat(company.row(person).path("plan").isNull()).isTrue();
    tell(SEATS, "seat.occupied", company.seat(person, "BASIC", 3));
    tell(LINES, "line.opened", company.line(person, "102", 3));
    JsonNode row = company.row(person);
    assertThat(row.path("plan").asString()).isEqualTo("BASIC");
    assertThat(row.path("extension").asString()).isEqualTo("102");
    await("outbox is empty", this::outboxIsEmpty);
    List<Integer> versions =
        topics.all(DIRECTORY, person.toString()).stream()
            .map(event -> event.data().path("version").asInt())
            .toList();
    assertThat(versions).isSorted().doesNotHaveDuplicates();
    assertThat(json.readTree(String.valueOf(last())).path("extension").asString()).isEqualTo("102");
  }

  @Test
  @DisplayName("D6 a row has no plan from the moment of the deletion on, whenever billing tells it")
  void restoredBeforeBillingHasTold() {
    delete("/api/v1/users/" + person, company.asAdmin());
    post("/api/v1/users/" + person + "/restore", Map.of(), company.asAdmin());

    assertThat(company.row(person).path("plan").isNull()).isTrue();
    assertThat(company.row(person).path("extension").asString()).isEqualTo("102");
  }

  private void tell(String topic, String type, Map<String, Object> data) {
    deliver(topic, person, type, company.accountId(), data);
  }

  private Map<String, Object> vacated(long version) {
    Map<String, Object> seat = new HashMap<>(company.seat(person, "BASIC", version));
    seat.put("state", "VACATED");
    seat.put("reason", "DELETED");
    return seat;
  }

  private Map<String, Object> closed(long version) {
    Map<String, Object> line = new HashMap<>(company.line(person, "102", version));
    line.put("state", "CLOSED");
    line.put("directNumbers", List.of());
    line.put("heldUntil", "2026-12-20T09:15:00Z");
    return line;
  }

  private @Nullable String last() {
    return RawTopics.of(DIRECTORY, person.toString()).getLast().value();
  }

  private boolean outboxIsEmpty() {
    return database().sql("select count(*) from outbox").query(Integer.class).single() == 0;
  }
}
