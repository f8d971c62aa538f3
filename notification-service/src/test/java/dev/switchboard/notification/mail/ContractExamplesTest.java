package dev.switchboard.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.platform.inbox.Inbox;
import dev.switchboard.platform.testing.ContractExamples;
import dev.switchboard.platform.testing.ContractTopics;
import dev.switchboard.platform.testing.ServiceTest;
import dev.switchboard.platform.testing.TestTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** K1: every example of what this service reads is read, and has the effect that it asks for. */
@ServiceTest
class ContractExamplesTest {
  private static final String SERVICE = "notification-service";
  private static final Path EVENTS = Path.of("../contracts/events");

  @Autowired private TestTopics topics;
  @Autowired private JsonMapper json;
  @Autowired private MailTables tables;
  @Autowired private Inbox inbox;

  static Stream<Arguments> examples() {
    return ContractTopics.all().stream()
        .filter(topic -> topic.consumers().contains(SERVICE))
        .flatMap(topic ->
            topic.events().stream()
                .flatMap(type -> ContractExamples.of(type).stream())
                .map(example -> Arguments.of(topic.name(), example)));
  }

  @ParameterizedTest
  @DisplayName("K1 every example, of today and of each release, of every command is taken in")
  @MethodSource("examples")
  void isRead(String topic, ContractExamples.Example example) {
    String type = example.type();
    JsonNode data = example.withFreshIds();
    String user = data.path("to").path("userId").asString();
    UUID account = UUID.fromString(data.path("to").path("accountId").asString());

    UUID event = topics.send(topic, user, type, account, data);

    await().atMost(Duration.ofSeconds(15)).until(() -> inbox.contains(event));
    assertThat(tables.deadLettersOf(user)).isEmpty();
    List<String> states = tables.statesOf(UUID.fromString(user));
    if (type.equals(MailRequests.TYPE)) {
      assertThat(states).hasSize(1);
      TestTopics.Event queued = topics.await(MailPublisher.TOPIC, user, "mail.queued");
      assertThat(queued.data().path("template").asString())
          .isEqualTo(data.path("template").asString());
    } else {
      assertThat(states).isEmpty();
    }
  }

  @Test
  @DisplayName("J1 there is an example for each kind of mail, and a mail for each template")
  void everyTemplateHasAnExample() throws IOException {
    JsonNode schema = json.readTree(Files.readString(EVENTS.resolve("mail.requested/schema.json")));

    List<String> templates =
        schema
            .path("properties")
            .path("template")
            .path("enum")
            .valueStream()
            .map(JsonNode::asString)
            .toList();

    assertThat(templates).allSatisfy(each -> assertThat(MailKind.of(each)).isPresent());
    assertThat(templates).hasSameSizeAs(MailKind.values());
    assertThat(templates).hasSameElementsAs(TestMail.MODELS.keySet());
    assertThat(files(MailRequests.TYPE).map(this::templateOf).distinct())
        .hasSameElementsAs(templates);
  }

  private String templateOf(Path file) {
    try {
      return json.readTree(Files.readString(file)).path("template").asString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(String type) {
    try (Stream<Path> files = Files.list(EVENTS.resolve(type).resolve("examples"))) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
