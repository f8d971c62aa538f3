package dev.switchboard.numbering.number.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.number.Destination;
import dev.switchboard.numbering.number.NumberEvent;
import dev.switchboard.numbering.number.PhoneNumber;
import dev.switchboard.numbering.testing.Examples;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class NumberV1Test {

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("K1 the service writes each example of its number events as it is published")
  @CsvSource({
    "number.assigned,full",
    "number.assigned,company",
    "number.ordered,full",
    "number.ordered,minimal",
    "number.changed,full",
    "number.changed,minimal",
    "number.released,full",
    "number.released,minimal"
  })
  void writesExamples(String type, String name) {
    JsonNode example = Examples.read(type, name);
    Actor actor = Examples.actor(example);
    List<String> changed = Examples.texts(example.path("changed"));

    NumberEvent event =
        switch (type) {
          case "number.ordered" -> new NumberEvent.Ordered(actor, changed);
          case "number.assigned" -> new NumberEvent.Assigned(actor, changed);
          case "number.changed" -> new NumberEvent.Changed(actor, changed);
          default -> new NumberEvent.Released(actor, changed);
        };

    NumberV1 written = NumberV1.of(number(example), event);

    assertThat(Examples.withoutNulls(written)).isEqualTo(Examples.withoutNulls(example));
  }

  private static PhoneNumber number(JsonNode example) {
    return new PhoneNumber(
        new E164(example.path("number").asString()),
        new AccountId(UUID.fromString(example.path("accountId").asString())),
        PhoneNumber.State.valueOf(example.path("state").asString()),
        example.hasNonNull("use") ? PhoneNumber.Use.valueOf(example.path("use").asString()) : null,
        example.hasNonNull("userId")
            ? new UserId(UUID.fromString(example.path("userId").asString()))
            : null,
        example.hasNonNull("destination") ? destination(example.path("destination")) : null,
        example.hasNonNull("keptUntil")
            ? Instant.parse(example.path("keptUntil").asString())
            : null,
        "BUILT_IN",
        example.path("version").asLong());
  }

  private static Destination destination(JsonNode example) {
    return new Destination(
        Destination.Type.valueOf(example.path("type").asString()),
        example.hasNonNull("userId")
            ? new UserId(UUID.fromString(example.path("userId").asString()))
            : null,
        example.hasNonNull("number") ? new E164(example.path("number").asString()) : null);
  }
}
