package dev.switchboard.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@DisplayName("K1 every schema")
class EventSchemasTest {

  private static final Set<String> SECRET_WORDS =
      Set.of(
          "password",
          "passwd",
          "pin",
          "token",
          "secret",
          "hash",
          "credential",
          "otp",
          "cvc",
          "card");

  static List<Path> schemaFiles() {
    return ContractFiles.schemaFiles();
  }

  @ParameterizedTest
  @MethodSource("schemaFiles")
  @DisplayName("K1 is valid JSON Schema 2020-12 and compiles with all that it refers to")
  void compiles(Path file) {
    Schema metaSchema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
    JsonNode schema = ContractFiles.json(file);

    assertThat(metaSchema.validate(schema)).isEmpty();
    ContractFiles.schemaById(schema.path("$id").asString()).initializeValidators();
  }

  @ParameterizedTest
  @MethodSource("schemaFiles")
  @DisplayName("K1 has the id of its place, a title and a description")
  void saysWhatItIs(Path file) {
    JsonNode schema = ContractFiles.json(file);
    String place = ContractFiles.path("").relativize(file).toString().replace('\\', '/');

    assertThat(schema.path("$schema").asString())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.path("$id").asString()).isEqualTo(ContractFiles.BASE_ID + place);
    assertThat(schema.path("title").asString("")).isNotBlank();
    assertThat(schema.path("description").asString("")).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("schemaFiles")
  @DisplayName("K1 describes every property and every shared definition")
  void describesEveryProperty(Path file) {
    List<String> undescribed = new ArrayList<>();
    forEachNamed(
        ContractFiles.json(file),
        (name, definition) -> {
          if (definition.path("description").asString("").isBlank()) {
            undescribed.add(name);
          }
        });

    assertThat(undescribed).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("schemaFiles")
  @DisplayName(
      "K1, I16 has no property that is named like a secret, but the sealed one and the known part of a card in the private command")
  void holdsNoSecret(Path file) {
    boolean mailCommand = file.equals(ContractFiles.schemaFile("mail.requested"));
    List<String> secrets = new ArrayList<>();
    forEachNamed(
        ContractFiles.json(file),
        (name, definition) -> {
          boolean sealed = mailCommand && name.equals("sealedToken");
          boolean known = mailCommand && isKnownPartOfCard(name, definition);
          if (!sealed && !known && words(name).stream().anyMatch(SECRET_WORDS::contains)) {
            secrets.add(name);
          }
        });

    assertThat(secrets).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("schemaFiles")
  @DisplayName("K1 may grow: no part of it forbids properties that it does not know")
  void mayGrow(Path file) {
    JsonNode schema = ContractFiles.json(file);

    assertThat(schema.findValues("additionalProperties")).allMatch(JsonNode::asBoolean);
    assertThat(schema.findValues("unevaluatedProperties")).isEmpty();
  }

  /** E7: brand and last four digits are what people know a card by; there is no more of it. */
  private static boolean isKnownPartOfCard(String name, JsonNode definition) {
    JsonNode parts = definition.path("properties");
    return name.equals("card")
        && (definition.at("/anyOf/0/$ref").asString("").equals("#/$defs/card")
            || (Set.copyOf(parts.propertyNames()).equals(Set.of("brand", "lastFour"))
                && parts.at("/lastFour/pattern").asString("").equals("^[0-9]{4}$")));
  }

  private static List<String> words(String name) {
    return List.of(
        name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT).split("[^a-z0-9]+"));
  }

  /** Calls the visitor with each member of "properties" and "$defs", at any depth. */
  private static void forEachNamed(JsonNode node, BiConsumer<String, JsonNode> visitor) {
    for (String section : List.of("properties", "$defs")) {
      node.path(section)
          .properties()
          .forEach(entry -> visitor.accept(entry.getKey(), entry.getValue()));
    }
    node.forEach(child -> forEachNamed(child, visitor));
  }
}
