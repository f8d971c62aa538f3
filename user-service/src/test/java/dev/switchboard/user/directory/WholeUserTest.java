package dev.switchboard.user.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.RawTopics;
import dev.switchboard.user.testing.UserServiceTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/**
 * K2: who knows user.directory.v1 knows all of every user, whichever part of him has changed last.
 */
class WholeUserTest extends UserServiceTest {
  private static final String DIRECTORY = "user.directory.v1";

  /** Left out in the contract's words: "when known", and a row has many causes. */
  private static final Set<String> NOT_TOLD = Set.of("changed", "actor");

  private Company company;
  private UUID person;

  @BeforeEach
  void invite() {
    company = companies.signUp(2, 0, 0);
    person = company.invited(Company.newEmail("whole"), "BASIC");
    Company.send(
        http,
        MockMvcRequestBuilders.patch("/api/v1/users/" + person)
            .with(company.asAdmin())
            .header("If-Match", "*"),
        json,
        Map.of("mobile", "+12125550187", "timeZone", "America/Chicago", "language", "fr"));
    tell("billing.seats.v1", "seat.occupied", company.seat(person, "BASIC", 1));
    Map<String, Object> line = new HashMap<>(company.line(person, "102", 1));
    line.put("directNumbers", List.of("+12025550143", "+12025550144"));
    line.put("forwardTo", "+13125550176");
    tell("numbering.lines.v1", "line.opened", line);
  }

  @Test
  @DisplayName("K2 the last record of a user has every property of the contract, profile and line")
  void whole() throws IOException {
    JsonNode told = awaitVersion(4);

    Set<String> promised = new HashSet<>(schema().path("properties").propertyNames());
    promised.removeAll(NOT_TOLD);
    assertThat(told.propertyNames()).containsExactlyInAnyOrderElementsOf(promised);
    assertThat(told.path("firstName").asString()).isEqualTo("José");
    assertThat(told.path("mobile").asString()).isEqualTo("+12125550187");
    assertThat(told.path("timeZone").asString()).isEqualTo("America/Chicago");
    assertThat(told.path("language").asString()).isEqualTo("fr");
    assertThat(told.path("plan").asString()).isEqualTo("BASIC");
    assertThat(told.path("extension").asString()).isEqualTo("102");
    assertThat(told.path("bridgeId").asString()).hasSize(10);
    assertThat(told.path("directNumbers").toString())
        .isEqualTo("[\"+12025550143\",\"+12025550144\"]");
    assertThat(told.path("forwardTo").asString()).isEqualTo("+13125550176");
  }

  @Test
  @DisplayName("K2 D6 a tombstone has key and headers; an erased user leaves nothing behind it")
  void tombstone() {
    awaitVersion(4);
    delete("/api/v1/users/" + person, company.asAdmin());
    await("the tombstone", () -> last().value() == null);

    assertThat(last().headers())
        .contains("directory.changed", person.toString(), company.accountId().toString());
    post("/api/v1/users/" + person + "/restore", Map.of(), company.asAdmin());
    JsonNode restored = awaitVersion(6);
    assertThat(restored.path("mobile").asString()).isEqualTo("+12125550187");
    assertThat(restored.hasNonNull("plan")).as("until billing has given it again").isFalse();
  }

  private JsonNode awaitVersion(long version) {
    await("version " + version, () -> versionOf(last().value()) == version);
    return json.readTree(Objects.requireNonNull(last().value()));
  }

  private long versionOf(@Nullable String value) {
    return value == null ? 0 : json.readTree(value).path("version").asLong();
  }

  private RawTopics.Raw last() {
    List<RawTopics.Raw> all = RawTopics.of(DIRECTORY, person.toString());
    return all.isEmpty() ? new RawTopics.Raw(DIRECTORY, null, null, "") : all.getLast();
  }

  private JsonNode schema() throws IOException {
    String path = "/contracts/events/directory.changed/schema.json";
    try (InputStream file = WholeUserTest.class.getResourceAsStream(path)) {
      return json.readTree(Objects.requireNonNull(file, path));
    }
  }

  private void tell(String topic, String type, Map<String, Object> data) {
    deliver(topic, person, type, company.accountId(), data);
  }
}
