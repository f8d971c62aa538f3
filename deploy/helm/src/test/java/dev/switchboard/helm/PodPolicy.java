package dev.switchboard.helm;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What every pod must have: the restricted profile of Kubernetes' Pod Security Standards and a root
 * nobody writes to, limits, probes, time to end, and secrets only by reference.
 */
final class PodPolicy {
  private static final Pattern SECRET =
      Pattern.compile("PASSWORD|SECRET|TOKEN|_KEY$|JAAS|CREDENTIAL|SID$");
  private static final int PHASES_SECONDS =
      30; // two of spring.lifecycle.timeout-per-shutdown-phase

  private final List<String> violations = new ArrayList<>();

  private PodPolicy() {}

  /** One sentence for each rule that an object breaks. */
  static List<String> violations(List<ObjectNode> objects) {
    PodPolicy policy = new PodPolicy();
    for (JsonNode workload : Workloads.all(objects)) {
      policy.checkPod(workload);
      for (JsonNode container : Workloads.containers(workload)) {
        policy.checkContainer(workload, container);
        if (Workloads.isServer(workload)) {
          policy.checkServer(workload, container);
        }
      }
    }
    return policy.violations;
  }

  private void checkPod(JsonNode workload) {
    JsonNode pod = Workloads.pod(workload);
    JsonNode security = pod.path("securityContext");
    require(workload, security.path("runAsNonRoot").asBoolean(false), "runs as root");
    require(workload, security.path("runAsUser").asInt(0) >= 10000, "has no user of its own");
    require(
        workload,
        security.path("seccompProfile").path("type").asString("").equals("RuntimeDefault"),
        "has no seccomp profile");
    require(
        workload,
        !pod.path("automountServiceAccountToken").asBoolean(true),
        "mounts the account's token");
    require(workload, !pod.path("enableServiceLinks").asBoolean(true), "has service links");
    for (String shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
      require(workload, !pod.path(shared).asBoolean(false), "shares " + shared);
    }
    for (JsonNode volume : pod.path("volumes")) {
      require(workload, !volume.has("hostPath"), "mounts a folder of the node");
    }
  }

  private void checkContainer(JsonNode workload, JsonNode container) {
    JsonNode security = container.path("securityContext");
    require(
        workload,
        !security.path("allowPrivilegeEscalation").asBoolean(true),
        "may get more privileges");
    require(
        workload, security.path("readOnlyRootFilesystem").asBoolean(false), "has a writable root");
    require(workload, !security.path("privileged").asBoolean(false), "is privileged");
    JsonNode capabilities = security.path("capabilities");
    require(
        workload,
        capabilities.path("drop").toString().equals("[\"ALL\"]") && !capabilities.has("add"),
        "keeps capabilities");
    for (String kind : List.of("requests", "limits")) {
      for (String resource : List.of("cpu", "memory")) {
        require(
            workload,
            container.path("resources").path(kind).has(resource),
            "has no " + resource + " in " + kind);
      }
    }
    boolean scratch = false;
    for (JsonNode mount : container.path("volumeMounts")) {
      boolean tmp = mount.path("mountPath").asString().equals("/tmp");
      scratch |= tmp;
      require(workload, tmp || mount.path("readOnly").asBoolean(false), "mounts to write");
    }
    require(workload, scratch, "has no /tmp");
    for (JsonNode variable : container.path("env")) {
      require(
          workload,
          !SECRET.matcher(variable.path("name").asString()).find()
              || variable.path("valueFrom").has("secretKeyRef"),
          "has the secret " + variable.path("name").asString() + " as a value");
    }
  }

  private void checkServer(JsonNode workload, JsonNode container) {
    for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
      require(
          workload,
          container.path(probe).path("httpGet").path("port").asString("").equals("management"),
          "has no " + probe + " on the management port");
    }
    int sleep = container.path("lifecycle").path("preStop").path("sleep").path("seconds").asInt(0);
    require(workload, sleep > 0, "stops before it is out of the list");
    require(
        workload,
        Workloads.pod(workload).path("terminationGracePeriodSeconds").asInt(0)
            >= sleep + PHASES_SECONDS,
        "is killed before it has ended");
    require(
        workload,
        Workloads.pod(workload).path("topologySpreadConstraints").size() == 2,
        "is not spread over zones and nodes");
  }

  private void require(JsonNode workload, boolean holds, String sentence) {
    if (!holds) {
      violations.add(Chart.title(workload) + " " + sentence);
    }
  }
}
