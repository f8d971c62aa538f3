package dev.switchboard.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("K1 every event")
class EventExamplesTest {

  static List<String> types() {
    return ContractFiles.eventTypes();
  }

  static Stream<Arguments> examples() {
    return types().stream()
        .flatMap(type ->
            ContractFiles.examples(type).stream()
                .map(file -> Arguments.of(type, file.getFileName().toString(), file)));
  }

  @ParameterizedTest
  @MethodSource("types")
  @DisplayName("K1 has a full and a minimal example")
  void hasExamples(String type) {
    assertThat(ContractFiles.examples(type))
        .map(file -> file.getFileName().toString())
        .contains("full.json", "minimal.json");
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("examples")
  @DisplayName("K1 has only examples that keep its schema")
  void exampleIsValid(String type, String name, Path file) {
    assertThat(ContractFiles.schema(type).validate(ContractFiles.json(file))).as(name).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("types")
  @DisplayName("K1 refuses its minimal example without any one of its properties")
  void minimalExampleIsMinimal(String type) {
    JsonNode minimal = ContractFiles.example(type, "minimal");
    List<String> superfluous = new ArrayList<>();
    for (String property : minimal.propertyNames()) {
      ObjectNode lacking = (ObjectNode) minimal.deepCopy();
      lacking.remove(property);
      if (ContractFiles.schema(type).validate(lacking).isEmpty()) {
        superfluous.add(property);
      }
    }

    assertThat(superfluous).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("types")
  @DisplayName("K1 takes null for every optional property")
  void optionalPropertyMayBeNull(String type) {
    JsonNode minimal = ContractFiles.example(type, "minimal");
    ObjectNode example = (ObjectNode) ContractFiles.example(type, "full");
    example.propertyNames().stream()
        .filter(property -> !minimal.has(property))
        .toList()
        .forEach(example::putNull);

    assertThat(ContractFiles.schema(type).validate(example)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("types")
  @DisplayName("K1 takes a property that a later version may add")
  void unknownPropertyIsTaken(String type) {
    ObjectNode example = (ObjectNode) ContractFiles.example(type, "full");
    example.put("addedLater", "something");

    assertThat(ContractFiles.schema(type).validate(example)).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}={2}")
  @CsvSource({
    "account.signed-up, mainNumber, 2025550100",
    "account.signed-up, mainNumber, +0025550100",
    "account.signed-up, accountId, 42",
    "account.signed-up, signedUpAt, 2026-11-02T14:03:05+01:00",
    "account.signed-up, version, 1",
    "user.invited, state, ACTIVE",
    "user.invited, email, nobody",
    "user.invited, userId, 01998F52-1A40-7B20-8000-4C1F0A9BE003",
    "seat.occupied, plan, GOLD",
    "seat.refused, reason, no consent",
    "line.opened, extension, 99",
    "line.opened, extension, 0101",
    "line.opened, bridgeId, 482710936",
    "number.assigned, use, FAX",
    "price-list.published, effectiveFrom, 1 November 2026",
    "price-list.published, currency, dollars",
    "call-usage.counted, month, 2026-13",
    "call-usage.counted, seconds, 25260",
    "mail.requested, template, unknown",
    "mail.requested, sealedToken, not base64!"
  })
  @DisplayName("K1 refuses what its format forbids")
  void wrongFormatIsRefused(String type, String property, String text) {
    ObjectNode example = (ObjectNode) ContractFiles.example(type, "full");
    example.put(property, text);

    assertThat(ContractFiles.schema(type).validate(example)).isNotEmpty();
  }
}
