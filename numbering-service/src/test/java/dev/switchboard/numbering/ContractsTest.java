package dev.switchboard.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.testing.NumberingTest;
import dev.switchboard.platform.inbox.Subscription;
import dev.switchboard.platform.testing.ContractTopics;
import dev.switchboard.platform.testing.ContractTopics.Topic;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContractsTest extends NumberingTest {
  private static final String SERVICE = "numbering-service";

  @Autowired private BindingServiceProperties bindings;
  @Autowired private Map<String, Subscription> subscriptions;
  @Autowired private JsonMapper json;

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
        .contains("line.opened", "line.closed", "number.assigned");
  }

  @ParameterizedTest(name = "{1} {2}")
  @DisplayName("Every example of every event on the topics that it reads is taken in")
  @MethodSource("examples")
  void readsExamples(String topic, String type, String example) throws Exception {
    JsonNode data;
    try (InputStream file =
        getClass().getResourceAsStream("/contracts/events/" + type + "/examples/" + example)) {
      data = json.readTree(file);
    }
    String key = data.path(topic.equals("user.accounts.v1") ? "accountId" : "userId").asString();
    UUID account = UUID.fromString(data.path("accountId").asString());

    awaitTaken(topics.send(topic, key, type, account, data));
  }

  static Stream<Arguments> examples() {
    return consumed()
        .flatMap(topic ->
            topic.events().stream()
                .flatMap(type ->
                    Stream.of("full.json", "minimal.json")
                        .map(example -> Arguments.of(topic.name(), type, example))));
  }

  private static Stream<Topic> consumed() {
    return ContractTopics.all().stream().filter(topic -> topic.consumers().contains(SERVICE));
  }
}
