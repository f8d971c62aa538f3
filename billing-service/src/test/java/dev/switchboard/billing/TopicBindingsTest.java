package dev.switchboard.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.testing.ContractTopics;
import dev.switchboard.platform.testing.StreamBindings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TopicBindingsTest {
  private static final String SERVICE = "billing-service";

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
                "billing.seats.v1",
                    List.of("seat.changed", "seat.occupied", "seat.refused", "seat.vacated"),
                "billing.accounts.v1", List.of("account.slots-changed"),
                "billing.statements.v1",
                    List.of(
                        "statement.issued",
                        "statement.paid",
                        "statement.past-due",
                        "statement.payment-failed"),
                "billing.price-lists.v1", List.of("price-list.published")));
  }
}
