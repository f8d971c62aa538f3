package dev.switchboard.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class StrictModelTest {

  @ParameterizedTest
  @MethodSource("dev.switchboard.helm.Chart#valuesFiles")
  @DisplayName(
      "Every object has only fields that its kind has, all that it needs, of the right type")
  void everyObjectKeepsItsModel(Path values) {
    assertThat(Chart.render(values)).flatMap(KubernetesModel::problems).isEmpty();
  }

  @Test
  @DisplayName("The supported ways together render every kind that the chart can make")
  void waysCoverAllKinds() {
    Set<String> kinds = new TreeSet<>();
    Chart.valuesFiles()
        .forEach(
            file -> Chart.render(file).forEach(each -> kinds.add(each.path("kind").asString())));

    assertThat(kinds)
        .containsExactly(
            "Cluster",
            "ConfigMap",
            "Database",
            "Deployment",
            "Gateway",
            "HTTPRoute",
            "HorizontalPodAutoscaler",
            "Ingress",
            "Job",
            "KafkaTopic",
            "KafkaUser",
            "NetworkPolicy",
            "PodDisruptionBudget",
            "ScaledObject",
            "Service",
            "ServiceAccount",
            "ServiceMonitor",
            "StatefulSet");
  }

  @ParameterizedTest
  @MethodSource("dev.switchboard.helm.Chart#valuesFiles")
  @DisplayName("No two objects of one kind have the same name, and no label is longer than allowed")
  void namesAreUnique(Path values) {
    List<ObjectNode> objects = Chart.render(values);

    assertThat(objects.stream().map(Chart::title)).doesNotHaveDuplicates();
    for (JsonNode object : objects) {
      assertThat(object.path("metadata").path("labels").properties())
          .allSatisfy(label -> assertThat(label.getValue().asString()).hasSizeLessThan(64));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "StatefulSet | phone-user-service | {spec: {replica: 2}}",
        "StatefulSet | phone-user-service | {spec: {replicas: many}}",
        "StatefulSet | phone-user-service | {spec: {template: {spec: {hostnetwork: true}}}}",
        "StatefulSet | phone-user-service | {spec: {selector: null}}",
        "Service | phone-gateway | {spec: {port: 80}}",
        "KafkaTopic | user.users.v1 | {spec: {partition: 3}}",
        "KafkaTopic | user.users.v1 | {spec: {partitions: many}}",
        "KafkaUser | phone-user-service | {spec: {acls: []}}",
        "Cluster | switchboard-db | {spec: {instance: 3}}",
        "Database | switchboard-db-user-service | {spec: {owners: x}}",
        "HTTPRoute | phone-gateway | {spec: {hostname: x}}",
        "Gateway | phone-gateway | {spec: {className: x}}",
      })
  @DisplayName("A field that is unknown, missing or of another type is found")
  void damageIsFound(String kind, String name, String patch) {
    ObjectNode object = Chart.one(Chart.render(Chart.values("operators-gateway-api")), kind, name);
    merge(object, Chart.YAML.readTree(patch));

    assertThat(KubernetesModel.problems(object)).isNotEmpty();
  }

  @Test
  @DisplayName("A kind that nobody described is found")
  void unknownKindIsFound() {
    ObjectNode object = Chart.YAML.createObjectNode();
    object.put("apiVersion", "example.com/v1").put("kind", "Thing").putObject("metadata");

    assertThat(KubernetesModel.problems(object)).hasSize(1);
  }

  private static void merge(ObjectNode object, JsonNode patch) {
    patch
        .properties()
        .forEach(field -> {
          if (field.getValue().isObject()
              && object.get(field.getKey()) instanceof ObjectNode deeper) {
            merge(deeper, field.getValue());
          } else if (field.getValue().isNull()) {
            object.remove(field.getKey());
          } else {
            object.set(field.getKey(), field.getValue());
          }
        });
  }
}
