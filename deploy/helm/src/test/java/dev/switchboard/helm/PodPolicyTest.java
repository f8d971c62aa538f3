package dev.switchboard.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PodPolicyTest {

  @ParameterizedTest
  @MethodSource("dev.switchboard.helm.Chart#valuesFiles")
  @DisplayName("Every pod has limits, probes and the restricted context, and no secret as a value")
  void everyPodKeepsThePolicy(Path values) {
    List<ObjectNode> objects = Chart.render(values);

    assertThat(Workloads.servers(objects)).hasSize(5);
    assertThat(PodPolicy.violations(objects)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  @DisplayName("A pod without one of them is found")
  void damageIsFound(String sentence, Consumer<ObjectNode> damage) {
    List<ObjectNode> objects = Chart.render(Chart.values("minimal"));
    damage.accept(Chart.one(objects, "StatefulSet", "phone-user-service"));

    assertThat(PodPolicy.violations(objects))
        .containsExactly("StatefulSet phone-user-service " + sentence);
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        pod("runs as root", pod -> security(pod).remove("runAsNonRoot")),
        pod("has no user of its own", pod -> security(pod).put("runAsUser", 0)),
        pod("has no seccomp profile", pod -> security(pod).remove("seccompProfile")),
        pod("mounts the account's token", pod -> pod.remove("automountServiceAccountToken")),
        pod("has service links", pod -> pod.remove("enableServiceLinks")),
        pod("shares hostNetwork", pod -> pod.put("hostNetwork", true)),
        pod("shares hostPID", pod -> pod.put("hostPID", true)),
        pod("shares hostIPC", pod -> pod.put("hostIPC", true)),
        pod(
            "mounts a folder of the node",
            pod -> list(pod, "volumes").addObject().putObject("hostPath").put("path", "/")),
        container(
            "may get more privileges", each -> security(each).remove("allowPrivilegeEscalation")),
        container("has a writable root", each -> security(each).remove("readOnlyRootFilesystem")),
        container("is privileged", each -> security(each).put("privileged", true)),
        container("keeps capabilities", each -> security(each).remove("capabilities")),
        container("has no cpu in limits", each -> resources(each, "limits").remove("cpu")),
        container("has no memory in limits", each -> resources(each, "limits").remove("memory")),
        container("has no cpu in requests", each -> resources(each, "requests").remove("cpu")),
        container(
            "has no memory in requests", each -> resources(each, "requests").remove("memory")),
        container(
            "mounts to write",
            each -> list(each, "volumeMounts").addObject().put("mountPath", "/app")),
        container("has no /tmp", each -> list(each, "volumeMounts").removeAll()),
        container(
            "has the secret STRIPE_SECRET_KEY as a value",
            each ->
                list(each, "env").addObject().put("name", "STRIPE_SECRET_KEY").put("value", "x")),
        container(
            "has no startupProbe on the management port", each -> each.remove("startupProbe")),
        container(
            "has no livenessProbe on the management port", each -> each.remove("livenessProbe")),
        container(
            "has no readinessProbe on the management port",
            each -> ((ObjectNode) each.path("readinessProbe").path("httpGet")).put("port", "http")),
        container("stops before it is out of the list", each -> each.remove("lifecycle")),
        pod("is killed before it has ended", pod -> pod.put("terminationGracePeriodSeconds", 30)),
        pod(
            "is not spread over zones and nodes",
            pod -> list(pod, "topologySpreadConstraints").remove(0)));
  }

  private static Arguments pod(String sentence, Consumer<ObjectNode> damage) {
    return Arguments.of(
        sentence,
        (Consumer<ObjectNode>) workload -> damage.accept((ObjectNode) Workloads.pod(workload)));
  }

  private static Arguments container(String sentence, Consumer<ObjectNode> damage) {
    return Arguments.of(
        sentence,
        (Consumer<ObjectNode>)
            workload -> damage.accept((ObjectNode) Workloads.containers(workload).getFirst()));
  }

  private static ObjectNode security(ObjectNode node) {
    return (ObjectNode) node.path("securityContext");
  }

  private static ObjectNode resources(ObjectNode container, String kind) {
    return (ObjectNode) container.path("resources").path(kind);
  }

  private static ArrayNode list(ObjectNode node, String name) {
    return (ArrayNode) node.path(name);
  }
}
