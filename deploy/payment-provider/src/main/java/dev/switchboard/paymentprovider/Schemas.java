package dev.switchboard.paymentprovider;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The schemas of what is asked and answered, in schema.json. */
final class Schemas {
  private static final String PLACE = "https://switchboard.example/payment-provider/";
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaIdResolvers(resolvers ->
                  resolvers.mapPrefix(PLACE, "classpath:dev/switchboard/paymentprovider/")));
  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

  private Schemas() {}

  /** What breaks the schema with this name; nothing when all is well. */
  static List<Error> errors(String name, JsonNode value) {
    return SCHEMAS
        .computeIfAbsent(
            name,
            any -> REGISTRY.getSchema(SchemaLocation.of(PLACE + "schema.json#/$defs/" + name)))
        .validate(value);
  }

  /** Refuses a request that breaks its schema. */
  static void requireRequest(String name, JsonNode form) {
    errors(name, form).stream()
        .findFirst()
        .ifPresent(error -> {
          String member = error.getInstanceLocation().toString().replaceFirst("^/", "");
          throw ApiError.invalid(
              "Invalid request: " + error.getMessage(), member.isEmpty() ? null : member);
        });
  }

  /** Holds an answer of our own to its schema. */
  static void requireAnswer(String name, JsonNode body) {
    List<Error> errors = errors(name, body);
    if (!errors.isEmpty()) {
      throw new IllegalStateException("an answer breaks its schema " + name + ": " + errors);
    }
  }
}
