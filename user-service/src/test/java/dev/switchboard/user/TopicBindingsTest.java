package dev.switchboard.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.testing.ContractTopics;
import dev.switchboard.platform.testing.StreamBindings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TopicBindingsTest {
  private static final String SERVICE = "user-service";

  @Test
  @DisplayName(
      "K1 the service reads exactly the topics that contracts/topics.yaml says, as its group")
  void reads() {
    Map<String, String> groups = StreamBindings.groupsByTopic();

    assertThat(groups.keySet()).containsExactlyInAnyOrderElementsOf(ContractTopics.readBy(SERVICE));
    assertThat(groups.values()).containsOnly(SERVICE);
  }

  @Test
  @DisplayName("K1 its topics, and the events on them, are those of contracts/topics.yaml")
  void writes() {
    assertThat(ContractTopics.ownedBy(SERVICE))
        .isEqualTo(
            Map.of(
                "user.accounts.v1", List.of("account.erased", "account.signed-up"),
                "user.users.v1",
                    List.of(
                        "user.changed",
                        "user.deleted",
                        "user.erased",
                        "user.invited",
                        "user.joined",
                        "user.reactivated",
                        "user.restored",
                        "user.role-changed",
                        "user.signed-up",
                        "user.suspended",
                        "user.withdrawn"),
                "user.audit.v1", List.of("audit.requested"),
                "user.directory.v1", List.of("directory.changed"),
                "user.sessions.v1", List.of("session.ended")));
  }
}
