package dev.switchboard.platform.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;

/** Checks event data against the published schemas in contracts/events. */
public final class ContractChecks {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaIdResolvers(resolvers ->
                  resolvers.mapPrefix(
                      "https://switchboard.example/contracts/", "classpath:contracts/")));
  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

  private ContractChecks() {}

  /** Fails when the data breaks the contract of its event type. */
  public static void requireValid(String type, JsonNode data) {
    Schema schema =
        SCHEMAS.computeIfAbsent(
            type,
            name ->
                REGISTRY.getSchema(
                    SchemaLocation.of("classpath:contracts/events/" + name + "/schema.json")));
    Assertions.assertThat(schema.validate(data.toString(), InputFormat.JSON))
        .as("%s %s", type, data)
        .isEmpty();
  }
}
