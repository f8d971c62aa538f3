package dev.switchboard.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class WorkloadsTest {

  @ParameterizedTest
  @MethodSource("dev.switchboard.helm.Chart#valuesFiles")
  @DisplayName(
      "Each service has a name in the network, an account, a budget and at most one scaler")
  void everyServiceIsWhole(Path values) {
    List<ObjectNode> objects = Chart.render(values);
    for (String service : Services.ALL) {
      String name = "phone-" + service;
      assertThat(Chart.one(objects, "ServiceAccount", name).path("automountServiceAccountToken"))
          .hasToString("false");
      JsonNode budget = Chart.one(objects, "PodDisruptionBudget", name).path("spec");
      JsonNode workload = workload(objects, service);
      JsonNode selector = workload.path("spec").path("selector");
      assertThat(budget.path("selector")).isEqualTo(selector);
      assertThat(budget.path("maxUnavailable").asInt()).isOne();
      assertThat(Chart.one(objects, "Service", name).path("spec").path("selector"))
          .isEqualTo(selector.path("matchLabels"));

      List<ObjectNode> scalers =
          objects.stream()
              .filter(each -> Chart.name(each).equals(name))
              .filter(each ->
                  Chart.ofKind(List.of(each), "HorizontalPodAutoscaler").size()
                          + Chart.ofKind(List.of(each), "ScaledObject").size()
                      > 0)
              .toList();
      assertThat(scalers).hasSizeLessThan(2);
      assertThat(workload.path("spec").has("replicas")).isEqualTo(scalers.isEmpty());
      for (JsonNode scaler : scalers) {
        assertThat(scaler.path("spec").path("scaleTargetRef").path("kind"))
            .isEqualTo(workload.path("kind"));
      }
    }
  }

  @Test
  @DisplayName("A service that consumes events has an ordinal of its own, which no other pod has")
  void consumersHaveOrdinals() {
    for (ObjectNode workload : Workloads.servers(Chart.render(Chart.values("minimal")))) {
      boolean gateway = Workloads.component(workload).equals("gateway");
      assertThat(workload.path("kind").asString())
          .isEqualTo(gateway ? "Deployment" : "StatefulSet");
      assertThat(Workloads.containers(workload).getFirst().path("env").toString())
          .matches(
              text -> gateway != text.contains("metadata.labels['apps.kubernetes.io/pod-index']"));
    }
  }

  @Test
  @DisplayName("What a service has of its own wins over the defaults, key by key")
  void ownSettingsWin() {
    List<ObjectNode> objects = Chart.render(Chart.values("external-ingress"));

    assertThat(
            Chart.one(objects, "StatefulSet", "phone-notification-service")
                .path("spec")
                .path("replicas")
                .asInt())
        .isEqualTo(2);
    JsonNode gateway = workload(objects, "gateway");
    assertThat(Workloads.containers(gateway).getFirst().path("resources").toString())
        .isEqualTo(
            "{\"limits\":{\"cpu\":\"2\",\"memory\":\"768Mi\"},"
                + "\"requests\":{\"cpu\":\"500m\",\"memory\":\"768Mi\"}}");
  }

  @ParameterizedTest
  @MethodSource("dev.switchboard.helm.Chart#valuesFiles")
  @DisplayName("From outside there is one way, by TLS, to the gateway")
  void onlyTheGatewayIsExposed(Path values) {
    for (ObjectNode ingress : Chart.ofKind(Chart.render(values), "Ingress")) {
      JsonNode spec = ingress.path("spec");
      assertThat(spec.path("tls").get(0).path("secretName").asString()).isNotEmpty();
      assertThat(spec.path("tls").get(0).path("hosts").get(0))
          .isEqualTo(spec.path("rules").get(0).path("host"));
      assertThat(spec.path("rules").get(0).path("http").path("paths").findValuesAsString("name"))
          .contains("phone-gateway");
    }
    for (ObjectNode service : Chart.ofKind(Chart.render(values), "Service")) {
      assertThat(service.path("spec").path("type").asString("ClusterIP")).isEqualTo("ClusterIP");
    }
  }

  @Test
  @DisplayName("Migrations and topics are ready before a pod of a new version starts")
  void jobsRunFirst() {
    for (ObjectNode job : Chart.ofKind(Chart.render(Chart.values("minimal")), "Job")) {
      assertThat(job.path("metadata").path("annotations").path("helm.sh/hook").asString())
          .as(Chart.name(job))
          .isEqualTo("pre-install,pre-upgrade");
    }
  }

  @Test
  @DisplayName(
      "A database that the release makes is not there before it, so its first Job is no hook")
  void firstMigrationGoesAlong() {
    Map<String, Integer> kinds =
        KubernetesModel.kinds(Chart.render(Chart.values("operators-gateway-api")));

    assertThat(kinds).containsEntry("Job", 4);
    for (ObjectNode job :
        Chart.ofKind(Chart.render(Chart.values("operators-gateway-api")), "Job")) {
      assertThat(job.path("metadata").path("annotations").has("helm.sh/hook")).isFalse();
      assertThat(Chart.name(job)).endsWith("-first-migration");
    }
  }

  private static ObjectNode workload(List<ObjectNode> objects, String service) {
    return Chart.one(
        objects, service.equals("gateway") ? "Deployment" : "StatefulSet", "phone-" + service);
  }
}
