package dev.switchboard.platform.testing;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;

/**
 * Checks that a service has the meters that deploy/observability makes dashboards and alerts of.
 */
public final class MeterChecks {
  /** The names of those that every service with a database has. */
  public static final List<String> OF_ALL =
      List.of(
          "switchboard.outbox.age",
          "switchboard.outbox.blocked",
          "switchboard.inbox.dead",
          "switchboard.inbox.waiting",
          "switchboard.dead.letters",
          "hikaricp.connections.active",
          "hikaricp.connections.pending",
          "hikaricp.connections.timeout",
          "jvm.memory.usage.after.gc",
          "process.cpu.usage");

  private MeterChecks() {}

  /**
   * Fails when one is missing, or when the service's events are not all counted from the start.
   *
   * @param own names of meters beside those of all services
   */
  public static void check(MeterRegistry meters, String service, String... own) {
    Set<String> names =
        meters.getMeters().stream().map(each -> each.getId().getName()).collect(Collectors.toSet());
    Assertions.assertThat(names).containsAll(OF_ALL).containsAll(Arrays.asList(own));
    checkEvents(meters, service);
  }

  private static void checkEvents(MeterRegistry meters, String service) {
    Set<String> counted =
        meters.find("switchboard.events.written").counters().stream()
            .map(counter -> String.valueOf(counter.getId().getTag("type")))
            .collect(Collectors.toSet());
    Set<String> alone = new HashSet<>();
    Set<String> possible = new HashSet<>();
    for (ContractTopics.Topic topic : ContractTopics.all()) {
      if (topic.writers().contains(service)) {
        possible.addAll(topic.events());
      }
      if (topic.writers().equals(List.of(service))) {
        alone.addAll(topic.events());
      }
    }
    Assertions.assertThat(counted)
        .as("switchboard.outbox.events of %s, by contracts/topics.yaml", service)
        .containsAll(alone)
        .isSubsetOf(possible);
  }
}
