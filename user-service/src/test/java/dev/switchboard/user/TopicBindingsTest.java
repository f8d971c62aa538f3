package dev.switchboard.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.testing.ContractTopics;
import dev.switchboard.platform.testing.ContractTopics.Topic;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** K1: the topics of this service are those of contracts/topics.yaml. */
class TopicBindingsTest {
  private static final String SERVICE = "user-service";
  private static final String STREAM = "spring.cloud.stream.";

  @Test
  @DisplayName(
      "K1 the service reads exactly the topics that contracts/topics.yaml says, as its group")
  void bindingsEqualContracts() throws IOException {
    Map<String, String> settings = settings();
    List<String> destinations =
        settings.entrySet().stream()
            .filter(setting -> setting.getKey().startsWith(STREAM + "bindings."))
            .filter(setting -> setting.getKey().endsWith(".destination"))
            .map(Map.Entry::getValue)
            .toList();

    assertThat(destinations)
        .containsExactlyInAnyOrderElementsOf(
            ContractTopics.all().stream()
                .filter(topic -> topic.consumers().contains(SERVICE))
                .map(Topic::name)
                .toList());
    assertThat(settings)
        .containsEntry(STREAM + "default.group", "${spring.application.name}")
        .containsEntry("spring.application.name", SERVICE);
  }

  @Test
  @DisplayName("K1 its topics, and the events on them, are those of contracts/topics.yaml")
  void writesItsTopics() {
    Map<String, List<String>> own =
        ContractTopics.all().stream()
            .filter(topic -> topic.owner().equals(SERVICE))
            .collect(Collectors.toMap(Topic::name, Topic::events));

    assertThat(own)
        .containsOnlyKeys(
            "user.accounts.v1", "user.users.v1", "user.directory.v1", "user.sessions.v1");
    assertThat(own.get("user.accounts.v1")).containsExactly("account.signed-up");
    assertThat(own.get("user.users.v1"))
        .containsExactlyInAnyOrder(
            "user.signed-up", "user.invited", "user.joined", "user.withdrawn");
    assertThat(own.get("user.directory.v1")).containsExactly("directory.changed");
    assertThat(own.get("user.sessions.v1")).containsExactly("session.ended");
  }

  private static Map<String, String> settings() throws IOException {
    List<PropertySource<?>> sources =
        new YamlPropertySourceLoader()
            .load("application", new ClassPathResource("application.yaml"));
    return sources.stream()
        .map(source -> (EnumerablePropertySource<?>) source)
        .flatMap(source ->
            Stream.of(source.getPropertyNames())
                .map(name -> Map.entry(name, String.valueOf(source.getProperty(name)))))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
