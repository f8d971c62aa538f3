package dev.switchboard.helm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Pods and containers inside rendered objects. */
final class Workloads {
  private static final Set<String> SERVERS = Set.of("StatefulSet", "Deployment", "DaemonSet");

  private Workloads() {}

  /** Objects that keep pods running. */
  static List<ObjectNode> servers(List<ObjectNode> objects) {
    return objects.stream().filter(Workloads::isServer).toList();
  }

  /** Objects that have a pod in them. */
  static List<ObjectNode> all(List<ObjectNode> objects) {
    return objects.stream()
        .filter(each -> isServer(each) || each.path("kind").asString().equals("Job"))
        .toList();
  }

  static boolean isServer(JsonNode object) {
    return SERVERS.contains(object.path("kind").asString());
  }

  static JsonNode podTemplate(JsonNode workload) {
    return workload.path("spec").path("template");
  }

  static JsonNode pod(JsonNode workload) {
    return podTemplate(workload).path("spec");
  }

  /** The containers of a pod, those that run first included. */
  static List<JsonNode> containers(JsonNode workload) {
    List<JsonNode> containers = new ArrayList<>();
    for (String list : List.of("initContainers", "containers", "ephemeralContainers")) {
      pod(workload).path(list).forEach(containers::add);
    }
    return containers;
  }

  static String component(JsonNode workload) {
    return podTemplate(workload)
        .path("metadata")
        .path("labels")
        .path("app.kubernetes.io/component")
        .asString();
  }
}
