package dev.switchboard.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class NetworkTest {
  private final List<ObjectNode> operators = Chart.render(Chart.values("operators-gateway-api"));

  @Test
  @DisplayName("What is not named is denied, for every pod of the release, in both directions")
  void denyIsTheDefault() {
    JsonNode spec = Chart.one(operators, "NetworkPolicy", "phone-default-deny").path("spec");

    assertThat(spec.path("policyTypes").toString()).isEqualTo("[\"Ingress\",\"Egress\"]");
    assertThat(spec.has("ingress") || spec.has("egress")).isFalse();
    for (JsonNode workload : Workloads.all(operators)) {
      JsonNode labels = Workloads.podTemplate(workload).path("metadata").path("labels");
      assertThat(spec.path("podSelector").path("matchLabels").properties())
          .isNotEmpty()
          .allSatisfy(label -> assertThat(labels.path(label.getKey())).isEqualTo(label.getValue()));
    }
  }

  @Test
  @DisplayName("Each pod has exactly the ways that it needs, with operators in the same namespace")
  void waysWithOperators() {
    assertThat(ways(operators, "gateway"))
        .containsExactlyInAnyOrder(
            "from monitoring to management",
            "from envoy-gateway-system to http",
            "to kube-system 53",
            "to kafka 9093",
            "to user-service,numbering-service,billing-service 8080");
    assertThat(ways(operators, "user-service"))
        .containsExactlyInAnyOrder(
            "from monitoring to management",
            "from gateway,numbering-service,billing-service,notification-service to http",
            "to kube-system 53",
            "to kafka 9093",
            "to switchboard-db 5432");
    assertThat(ways(operators, "numbering-service"))
        .containsExactlyInAnyOrder(
            "from monitoring to management",
            "from gateway to http",
            "to kube-system 53",
            "to kafka 9093",
            "to switchboard-db 5432",
            "to user-service 8080");
    assertThat(ways(operators, "billing-service"))
        .containsExactlyInAnyOrder(
            "from monitoring to management",
            "from gateway to http",
            "to kube-system 53",
            "to kafka 9093",
            "to switchboard-db 5432",
            "to user-service 8080",
            "to anywhere 443");
    assertThat(ways(operators, "notification-service"))
        .containsExactlyInAnyOrder(
            "from monitoring to management",
            "to kube-system 53",
            "to kafka 9093",
            "to switchboard-db 5432",
            "to user-service 8080",
            "to anywhere 587");
    assertThat(ways(operators, "billing-service-migration"))
        .containsExactlyInAnyOrder("to kube-system 53", "to switchboard-db 5432");
  }

  @Test
  @DisplayName("Servers outside are reached by their addresses and ports; a real carrier, too")
  void waysOutside() {
    List<ObjectNode> external = Chart.render(Chart.values("external-ingress"));

    assertThat(ways(external, "numbering-service"))
        .containsExactlyInAnyOrder(
            "from monitoring to management",
            "from gateway to http",
            "to kube-system 53",
            "to 10.30.0.0/24 9096",
            "to 10.20.0.0/24 5432",
            "to user-service 8080",
            "to anywhere 443",
            "to anywhere 4318");
    assertThat(ways(external, "topics"))
        .containsExactlyInAnyOrder("to kube-system 53", "to 10.30.0.0/24 9096");
  }

  @Test
  @DisplayName("Every pod has a policy of its own besides the denial")
  void everyPodHasPolicy() {
    for (Path values : Chart.valuesFiles()) {
      List<ObjectNode> objects = Chart.render(values);
      if (!Chart.ofKind(objects, "NetworkPolicy").isEmpty()) {
        for (JsonNode workload : Workloads.all(objects)) {
          assertThat(ways(objects, Workloads.component(workload))).isNotEmpty();
        }
      }
    }
  }

  @Test
  @DisplayName("A way more is seen, so a way that slips in fails these tests")
  void damageIsFound() {
    JsonNode policy = Chart.one(operators, "NetworkPolicy", "phone-gateway");
    ((ArrayNode) policy.path("spec").path("egress")).addObject();

    assertThat(ways(operators, "gateway")).contains("to anywhere anything");
  }

  private static List<String> ways(List<ObjectNode> objects, String component) {
    JsonNode spec = Chart.one(objects, "NetworkPolicy", "phone-" + component).path("spec");
    assertThat(spec.path("policyTypes").toString()).isEqualTo("[\"Ingress\",\"Egress\"]");
    assertThat(
            spec.path("podSelector")
                .path("matchLabels")
                .path("app.kubernetes.io/component")
                .asString())
        .isEqualTo(component);
    List<String> ways = new ArrayList<>();
    for (JsonNode rule : spec.path("ingress")) {
      ways.add("from " + peers(rule.path("from")) + " to " + ports(rule));
    }
    for (JsonNode rule : spec.path("egress")) {
      ways.add("to " + peers(rule.path("to")) + " " + ports(rule));
    }
    return ways;
  }

  private static String peers(JsonNode peers) {
    List<String> names = new ArrayList<>();
    for (JsonNode peer : peers) {
      JsonNode pods = peer.path("podSelector").path("matchLabels");
      JsonNode namespaces = peer.path("namespaceSelector").path("matchLabels");
      names.add(
          pods.path("app.kubernetes.io/component")
              .asString(
                  pods.path("cnpg.io/cluster")
                      .asString(
                          pods.path("strimzi.io/cluster")
                              .asString(
                                  namespaces
                                      .path("kubernetes.io/metadata.name")
                                      .asString(
                                          peer.path("ipBlock").path("cidr").asString("?"))))));
    }
    return names.isEmpty() ? "anywhere" : String.join(",", names);
  }

  private static String ports(JsonNode rule) {
    TreeSet<String> ports = new TreeSet<>();
    rule.path("ports").forEach(port -> ports.add(port.path("port").asString()));
    return ports.isEmpty() ? "anything" : String.join(",", ports);
  }
}
