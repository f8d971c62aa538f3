package dev.switchboard.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicsTest {

  @Test
  void everyConsumerHasItsDeadLetterTopic() {
    assertThat(Topics.ofContracts().names())
        .doesNotHaveDuplicates()
        .contains("user.users.v1", "user.users.v1.numbering-service.dlt");
  }
}
