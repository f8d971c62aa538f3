package dev.switchboard.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.testing.NumberingTest;
import dev.switchboard.platform.inbox.Subscription;
import dev.switchboard.platform.testing.ContractTopics;
import dev.switchboard.platform.testing.ContractTopics.Topic;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.stream.config.BindingServiceProperties;

class TopicBindingsTest extends NumberingTest {
  private static final String SERVICE = "numbering-service";

  @Autowired private BindingServiceProperties bindings;
  @Autowired private Map<String, Subscription> subscriptions;

  @Test
  @DisplayName("The service reads exactly the topics that contracts/topics.yaml says, as its group")
  void reads() {
    Set<String> inputs =
        subscriptions.keySet().stream().map(name -> name + "-in-0").collect(Collectors.toSet());

    assertThat(bindings.getBindings().keySet()).containsAll(inputs);
    assertThat(inputs.stream().map(bindings::getBindingDestination))
        .containsExactlyInAnyOrderElementsOf(consumed().map(Topic::name).toList());
    assertThat(inputs.stream().map(bindings::getGroup)).containsOnly(SERVICE);
  }

  @Test
  @DisplayName("The service writes its own topics of contracts/topics.yaml")
  void writes() {
    List<Topic> owned =
        ContractTopics.all().stream().filter(topic -> topic.owner().equals(SERVICE)).toList();

    assertThat(owned.stream().map(Topic::name))
        .containsExactlyInAnyOrder("numbering.lines.v1", "numbering.numbers.v1");
    assertThat(owned.stream().flatMap(topic -> topic.events().stream()))
        .containsExactlyInAnyOrder(
            "line.opened", "line.closed", "number.assigned", "number.released");
  }

  private static Stream<Topic> consumed() {
    return ContractTopics.all().stream().filter(topic -> topic.consumers().contains(SERVICE));
  }
}
