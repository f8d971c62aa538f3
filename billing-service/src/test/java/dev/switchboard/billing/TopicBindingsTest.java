package dev.switchboard.billing;

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

class TopicBindingsTest {
  private static final String SERVICE = "billing-service";
  private static final String STREAM = "spring.cloud.stream.";

  @Test
  @DisplayName("The service reads exactly the topics that contracts/topics.yaml says, as its group")
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
  @DisplayName("Its topics, and the events on them, are those of contracts/topics.yaml")
  void writesItsTopics() {
    Map<String, List<String>> own =
        ContractTopics.all().stream()
            .filter(topic -> topic.owner().equals(SERVICE))
            .collect(Collectors.toMap(Topic::name, Topic::events));

    assertThat(own)
        .containsOnlyKeys("billing.seats.v1", "billing.accounts.v1", "billing.price-lists.v1");
    assertThat(own.get("billing.seats.v1"))
        .containsExactlyInAnyOrder("seat.occupied", "seat.refused", "seat.vacated");
    assertThat(own.get("billing.accounts.v1")).containsExactly("account.slots-changed");
    assertThat(own.get("billing.price-lists.v1")).containsExactly("price-list.published");
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
