package dev.switchboard.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.testing.ContractTopics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

class TopicBindingsTest {
  private static final String SERVICE = "notification-service";
  private static final String BINDINGS = "spring.cloud.stream.bindings.";

  @Test
  @DisplayName("The service reads exactly the topics that contracts/topics.yaml says, as its group")
  void bindingsEqualContracts() throws Exception {
    Map<String, String> configuration = configuration();

    assertThat(values(configuration, "destination"))
        .containsExactlyInAnyOrderElementsOf(
            ContractTopics.all().stream()
                .filter(topic -> topic.consumers().contains(SERVICE))
                .map(ContractTopics.Topic::name)
                .toList());
    assertThat(values(configuration, "group")).containsOnly(SERVICE);
  }

  @Test
  @DisplayName("The topic of its events, and the events on it, are those of contracts/topics.yaml")
  void writesItsTopic() {
    ContractTopics.Topic mails =
        ContractTopics.all().stream()
            .filter(topic -> topic.name().equals("notification.mails.v1"))
            .findFirst()
            .orElseThrow();

    assertThat(mails.owner()).isEqualTo(SERVICE);
    assertThat(mails.events()).containsExactlyInAnyOrder("mail.queued", "mail.sent", "mail.failed");
  }

  private static List<String> values(Map<String, String> configuration, String property) {
    return configuration.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(BINDINGS))
        .filter(entry -> entry.getKey().endsWith("." + property))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static Map<String, String> configuration() throws Exception {
    Map<String, String> properties = new TreeMap<>();
    new YamlPropertySourceLoader()
        .load("application", new ClassPathResource("application.yaml"))
        .forEach(source -> {
          EnumerablePropertySource<?> enumerable = (EnumerablePropertySource<?>) source;
          for (String name : enumerable.getPropertyNames()) {
            properties.put(name, String.valueOf(enumerable.getProperty(name)));
          }
        });
    return properties;
  }
}
