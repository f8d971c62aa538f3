package dev.switchboard.numbering.number.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.number.NumberEvent;
import dev.switchboard.numbering.number.PhoneNumber;
import dev.switchboard.numbering.testing.Examples;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class NumberV1Test {

  @ParameterizedTest
  @DisplayName("K1 the service writes each example of number.assigned as it is published")
  @ValueSource(strings = {"full", "minimal"})
  void writesExamples(String name) {
    JsonNode example = Examples.read("number.assigned", name);

    NumberV1 written =
        NumberV1.of(
            number(example),
            new NumberEvent.Assigned(
                Examples.actor(example), Examples.texts(example.path("changed"))));

    assertThat(Examples.withoutNulls(written)).isEqualTo(Examples.withoutNulls(example));
  }

  private static PhoneNumber number(JsonNode example) {
    return new PhoneNumber(
        new E164(example.path("number").asString()),
        new AccountId(UUID.fromString(example.path("accountId").asString())),
        PhoneNumber.State.valueOf(example.path("state").asString()),
        PhoneNumber.Use.valueOf(example.path("use").asString()),
        example.has("userId")
            ? new UserId(UUID.fromString(example.path("userId").asString()))
            : null,
        "BUILT_IN",
        example.path("version").asLong());
  }
}
