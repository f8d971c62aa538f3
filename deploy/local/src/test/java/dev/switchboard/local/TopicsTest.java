package dev.switchboard.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TopicsTest {

  @Test
  void everyConsumerHasItsDeadLetterTopic() {
    assertThat(Topics.ofContracts().names())
        .doesNotHaveDuplicates()
        .contains("user.users.v1", "user.users.v1.numbering-service.dlt");
  }

  @Test
  @DisplayName("K2 what a topic promises to keep is what Kafka is told to keep")
  void keepsWhatIsPromised() {
    String week = "604800000";
    Topics topics = Topics.ofContracts();

    assertThat(topics.settings("user.directory.v1"))
        .isEqualTo(Map.of("cleanup.policy", "compact", "delete.retention.ms", week));
    assertThat(topics.settings("numbering.lines.v1"))
        .isEqualTo(Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", week));
    assertThat(topics.settings("user.users.v1"))
        .isEqualTo(Map.of("cleanup.policy", "delete", "retention.ms", week));
  }
}
