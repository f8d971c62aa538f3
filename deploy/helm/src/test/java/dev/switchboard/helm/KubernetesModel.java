package dev.switchboard.helm;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kubernetes.client.openapi.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Holds an object against the model of its kind: Kubernetes' own kinds against the classes of its
 * Java client, the operators' kinds against schemas of the fields that we use.
 */
final class KubernetesModel {
  private static final String MODELS = "io.kubernetes.client.openapi.models.";
  private static final Gson GSON = JSON.getGson();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private KubernetesModel() {}

  /** What is wrong with it: unknown, missing and mistyped fields. */
  static List<String> problems(JsonNode object) {
    List<String> problems = new ArrayList<>();
    Class<?> model = model(object);
    if (model != null) {
      check(model, object).ifPresent(problem -> problems.add(Chart.title(object) + ": " + problem));
      return problems;
    }
    String schema = schema(object);
    if (schema == null) {
      return List.of(Chart.title(object) + ": nothing is known of its kind");
    }
    SCHEMAS
        .getSchema(schema, InputFormat.JSON)
        .validate(object.toString(), InputFormat.JSON)
        .forEach(error -> problems.add(Chart.title(object) + ": " + error));
    return problems;
  }

  private static Optional<String> check(Class<?> model, JsonNode object) {
    JsonElement element = JsonParser.parseString(object.toString());
    try {
      Method validate = model.getMethod("validateJsonElement", JsonElement.class);
      validate.invoke(null, element);
      String lost = lost(object, Chart.YAML.readTree(GSON.toJson(GSON.fromJson(element, model))));
      return Optional.ofNullable(lost);
    } catch (InvocationTargetException e) {
      return Optional.of(String.valueOf(e.getCause()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    } catch (RuntimeException mistyped) {
      return Optional.of(String.valueOf(mistyped.getMessage()));
    }
  }

  /** A field that does not come back from the model as it went in. */
  private static @Nullable String lost(JsonNode in, JsonNode out) {
    if (in.isObject()) {
      for (Map.Entry<String, JsonNode> field : in.properties()) {
        JsonNode value = field.getValue();
        boolean nothing = value.isNull();
        if (!nothing && !out.has(field.getKey())) {
          return "the field " + field.getKey() + " is lost";
        }
        String deeper = nothing ? null : lost(value, out.path(field.getKey()));
        if (deeper != null) {
          return deeper;
        }
      }
      return null;
    }
    if (in.isArray()) {
      for (int i = 0; i < in.size(); i++) {
        String deeper = lost(in.get(i), out.path(i));
        if (deeper != null) {
          return deeper;
        }
      }
      return null;
    }
    return in.getNodeType() == out.getNodeType() ? null : in + " became " + out;
  }

  private static @Nullable Class<?> model(JsonNode object) {
    String version = object.path("apiVersion").asString();
    String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
    if ((group.contains(".") && !group.endsWith(".k8s.io")) || group.startsWith("gateway.")) {
      return null;
    }
    String name = version.substring(version.indexOf('/') + 1);
    try {
      return Class.forName(
          MODELS
              + name.substring(0, 1).toUpperCase(Locale.ROOT)
              + name.substring(1)
              + object.path("kind").asString());
    } catch (ClassNotFoundException unknown) {
      return null;
    }
  }

  private static @Nullable String schema(JsonNode object) {
    String group = object.path("apiVersion").asString().replaceAll("/.*", "");
    String file = "/schemas/" + group + "." + object.path("kind").asString() + ".json";
    try (InputStream schema = KubernetesModel.class.getResourceAsStream(file)) {
      return schema == null ? null : new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kinds of the rendered objects, for a look at what is covered. */
  static Map<String, Integer> kinds(List<? extends JsonNode> objects) {
    Map<String, Integer> kinds = new TreeMap<>();
    objects.forEach(each -> kinds.merge(each.path("kind").asString(), 1, Integer::sum));
    return kinds;
  }
}
