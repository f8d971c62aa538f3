package dev.switchboard.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ValuesTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("Helm's own look at the chart finds nothing")
  void chartIsLinted() {
    LintResult result = new Helm(Chart.FOLDER).lint().strict().call();

    assertThat(result.isFailed()).as(() -> result.getMessages().toString()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "publicURL: https://phone.example.com",
        "image: {tags: x}",
        "defaults: {replica: 3}",
        "defaults: {autoscaling: {enable: true}}",
        "defaults: {resources: {limit: {cpu: 1}}}",
        "services: {user-services: {}}",
        "services: {gateway: {resources: {limits: {ram: 1Gi}}}}",
        "keys: {secretName: x}",
        "postgresql: {external: {hostname: x}}",
        "postgresql: {databases: {user-service: {user: x}}}",
        "postgresql: {cluster: {storage: {sizes: 1Gi}}}",
        "kafka: {bootstrap: 'x:9092'}",
        "kafka: {topics: {replication: 3}}",
        "smtp: {starttls: true}",
        "exposure: {ingress: {class: nginx}}",
        "exposure: {gatewayApi: {parentRefs: [{names: x}]}}",
        "networkPolicy: {to: {postgres: []}}",
        "networkPolicy: {to: {kafka: [{ipblock: {cidr: 10.0.0.0/8}}]}}",
        "monitoring: {serviceMonitor: {enable: true}}",
        "tracing: {enable: true}"
      })
  @DisplayName("A misspelt key fails")
  void misspeltKeyFails(String yaml) throws IOException {
    refused(yaml, "additional propert");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smtp: {password: hunter2}",
        "keys: {masterKey: 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA='}",
        "payments: {secretKey: sk_live_51H}",
        "postgresql: {databases: {user-service: {password: hunter2}}}",
        "carrier: {apiSecret: hunter2}",
        "defaults: {environment: {DATABASE_PASSWORD: hunter2}}",
        "services: {billing-service: {environment: {STRIPE_SECRET_KEY: sk_live_51H}}}",
        "kafka: {saslJaasConfig: x}"
      })
  @DisplayName("The value of a secret has no place in the values")
  void secretFails(String yaml) throws IOException {
    refused(yaml, "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "publicUrl: http://phone.example.com",
        "defaults: {replicas: 0}",
        "defaults: {terminationGraceSeconds: 10}",
        "defaults: {resources: {limits: {memory: much}}}",
        "postgresql: {mode: embedded}",
        "kafka: {bootstrapServers: kafka}",
        "exposure: {mode: public}",
        "exposure: {tlsSecret: ''}",
        "carrier: {name: twilio}",
        "tracing: {sampling: 2}"
      })
  @DisplayName("A value that can't be right fails")
  void wrongValueFails(String yaml) throws IOException {
    refused(yaml, "");
  }

  @Test
  @DisplayName(
      "CPU and consumer lag can't both scale a service, also when one comes from the defaults")
  void scalersExcludeEachOther() throws IOException {
    refused(
        """
        defaults: {autoscaling: {enabled: true}}
        services: {billing-service: {lagScaling: {enabled: true}}}
        """,
        "exclude each other");
  }

  @Test
  @DisplayName("The gateway has no consumer group, so it can't be scaled by lag")
  void gatewayHasNoLag() throws IOException {
    refused("services: {gateway: {lagScaling: {enabled: true}}}", "no consumer group");
  }

  @Test
  @DisplayName("With SASL, the Job that makes topics needs a user")
  void topicsNeedUser() throws IOException {
    refused("kafka: {securityProtocol: SASL_SSL}", "kafka.topics.userSecret");
  }

  @Test
  @DisplayName("A route needs a Gateway")
  void routeNeedsGateway() throws IOException {
    refused("exposure: {mode: gateway-api}", "className or parentRefs");
  }

  @Test
  @DisplayName("Each object of the schema refuses what it does not know, so no typo can hide")
  void schemaIsClosed() {
    JsonNode schema = Chart.YAML.readTree(Chart.FOLDER.resolve("values.schema.json"));
    List<String> open = new ArrayList<>();
    findOpen(schema, "", open);

    assertThat(open).isEmpty();
  }

  private static void findOpen(JsonNode schema, String path, List<String> open) {
    boolean describesObject =
        schema.path("type").asString("").equals("object") && schema.isObject();
    if (describesObject
        && !schema.has("additionalProperties")
        && schema.path("maxProperties").asInt(-1) != 0) {
      open.add(path);
    }
    schema
        .properties()
        .forEach(field -> findOpen(field.getValue(), path + "/" + field.getKey(), open));
    for (int i = 0; schema.isArray() && i < schema.size(); i++) {
      findOpen(schema.get(i), path + "/" + i, open);
    }
  }

  private void refused(String yaml, String reason) throws IOException {
    Path values = Files.writeString(folder.resolve("values.yaml"), yaml);

    assertThat(Chart.render(Chart.values("minimal"))).isNotEmpty();
    assertThatThrownBy(() -> Chart.render(Chart.values("minimal"), values))
        .hasMessageContaining(reason);
  }
}
