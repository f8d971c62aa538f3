package dev.switchboard.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.local.MakeTopics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.binder.kafka.properties.KafkaBinderConfigurationProperties;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class EnvironmentTest {
  private static final String KAFKA = "SPRING_KAFKA_PROPERTIES_";
  private static final Set<String> JVM = Set.of("JDK_JAVA_OPTIONS");

  /** Only the owner of a database uses them, and the owner never runs a service. */
  private static final String MIGRATION = "spring.flyway.";

  private static final Map<String, String> DESCRIBED = Services.described();

  @ParameterizedTest
  @MethodSource("dev.switchboard.helm.Chart#valuesFiles")
  @DisplayName("Every environment variable is a property that the service reads")
  void everyVariableIsRead(Path values) {
    assertThat(unread(Chart.render(values))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.switchboard.helm.Chart#valuesFiles")
  @DisplayName("Every variable that a service can't do without is set")
  void everyNeededVariableIsSet(Path values) {
    assertThat(missing(Chart.render(values))).isEmpty();
  }

  @Test
  @DisplayName("A variable that nobody reads is found, and one that is missing")
  void damageIsFound() {
    List<ObjectNode> objects = Chart.render(Chart.values("external-ingress"));
    for (ObjectNode workload : Workloads.all(objects)) {
      ArrayNode variables = (ArrayNode) Workloads.containers(workload).getFirst().path("env");
      String first = variables.get(0).path("name").asString();
      if (first.equals("DATABASE_URL") || first.equals("KAFKA_BOOTSTRAP_SERVERS")) {
        variables.remove(0);
      }
      variables.addObject().put("name", "DATABASE_USR").put("value", "x");
      variables.addObject().put("name", KAFKA + "SASL_MECHANISMS").put("value", "x");
      variables.addObject().put("name", "SPRING_FLYWAY_ENABLE").put("value", "x");
    }

    assertThat(unread(objects)).hasSize(3 * 10);
    assertThat(missing(objects))
        .containsExactlyInAnyOrder(
            "Job phone-user-service-migration needs DATABASE_URL",
            "Job phone-numbering-service-migration needs DATABASE_URL",
            "Job phone-billing-service-migration needs DATABASE_URL",
            "Job phone-notification-service-migration needs DATABASE_URL",
            "Job phone-topics needs KAFKA_BOOTSTRAP_SERVERS");
  }

  @Test
  @DisplayName("Services never get the owner's password, and migrations never a service's")
  void ownersStayApart() {
    for (ObjectNode workload : Workloads.all(Chart.render(Chart.values("minimal")))) {
      Set<String> names = Services.variables(Workloads.containers(workload).getFirst());
      if (Workloads.isServer(workload)) {
        assertThat(names).noneMatch(name -> name.contains("OWNER"));
      } else if (Workloads.component(workload).endsWith("-migration")) {
        assertThat(names)
            .containsExactlyInAnyOrder(
                "DATABASE_URL",
                "DATABASE_USER",
                "DATABASE_OWNER_USER",
                "DATABASE_OWNER_PASSWORD",
                "SPRING_FLYWAY_CONNECTRETRIES");
      }
    }
  }

  @Test
  @DisplayName("Kafka's settings reach outbox, dead letters and consumers as Kafka names them")
  void kafkaSettingsArrive() {
    ObjectNode service =
        Chart.one(
            Chart.render(Chart.values("operators-gateway-api")),
            "StatefulSet",
            "phone-user-service");
    Map<String, Object> environment = new HashMap<>();
    Workloads.containers(service)
        .getFirst()
        .path("env")
        .forEach(variable ->
            environment.put(
                variable.path("name").asString(), variable.path("value").asString("a secret")));
    MutablePropertySources sources = new MutablePropertySources();
    sources.addFirst(new SystemEnvironmentPropertySource("systemEnvironment", environment));

    KafkaProperties kafka =
        new Binder(ConfigurationPropertySources.from(sources))
            .bind("spring.kafka", KafkaProperties.class)
            .get();

    KafkaBinderConfigurationProperties consumers =
        new KafkaBinderConfigurationProperties(
            kafka, new StaticListableBeanFactory().getBeanProvider(KafkaConnectionDetails.class));
    assertThat(consumers.mergedConsumerConfiguration()).containsAllEntriesOf(kafka.getProperties());
    assertThat(kafka.buildProducerProperties())
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
        .containsEntry("sasl.jaas.config", "a secret")
        .containsEntry("ssl.truststore.type", "PEM")
        .containsEntry("ssl.truststore.location", "/etc/switchboard/kafka/ca.crt");
  }

  private static Set<String> unread(List<ObjectNode> objects) {
    Set<String> unread = new TreeSet<>();
    for (ObjectNode workload : Workloads.all(objects)) {
      String component = Workloads.component(workload);
      for (String name : Services.variables(Workloads.containers(workload).getFirst())) {
        boolean read =
            component.equals("topics")
                ? isReadByTopics(name)
                : isReadByService(component.replace("-migration", ""), name);
        if (!read) {
          unread.add(Chart.title(workload) + " does not read " + name);
        }
      }
    }
    return unread;
  }

  private static boolean isReadByTopics(String name) {
    return Set.of(MakeTopics.BROKERS, MakeTopics.REPLICAS, MakeTopics.IN_SYNC).contains(name)
        || (name.startsWith(MakeTopics.CLIENT)
            && AdminClientConfig.configNames()
                .contains(kafkaName(name.substring(MakeTopics.CLIENT.length()))));
  }

  private static boolean isReadByService(String service, String name) {
    if (name.startsWith(KAFKA)) {
      return DESCRIBED.getOrDefault("SPRING_KAFKA_PROPERTIES", "").startsWith("java.util.Map")
          && ProducerConfig.configNames().contains(kafkaName(name.substring(KAFKA.length())));
    }
    return JVM.contains(name)
        || DESCRIBED.containsKey(name)
        || Services.overridable(service).contains(name)
        || Services.placeholders(service).stream().anyMatch(each -> each.variable().equals(name));
  }

  private static String kafkaName(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '.');
  }

  private static Set<String> missing(List<ObjectNode> objects) {
    Set<String> missing = new TreeSet<>();
    for (ObjectNode workload : Workloads.all(objects)) {
      Set<String> names = Services.variables(Workloads.containers(workload).getFirst());
      needed(Workloads.component(workload), workload).stream()
          .filter(name -> !names.contains(name))
          .forEach(name -> missing.add(Chart.title(workload) + " needs " + name));
    }
    return missing;
  }

  private static Set<String> needed(String component, JsonNode workload) {
    if (component.equals("topics")) {
      return Set.of(MakeTopics.BROKERS, MakeTopics.REPLICAS, MakeTopics.IN_SYNC);
    }
    boolean migration = !Workloads.isServer(workload);
    Set<String> needed = new HashSet<>();
    Services.placeholders(component.replace("-migration", "")).stream()
        .filter(each -> each.needed() && each.property().startsWith(MIGRATION) == migration)
        .forEach(each -> needed.add(each.variable()));
    return needed;
  }
}
