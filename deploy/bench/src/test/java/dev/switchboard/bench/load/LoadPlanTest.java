package dev.switchboard.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LoadPlanTest {
  private static final UUID ACCOUNT = new UUID(1, 2);

  @Test
  @DisplayName("The same seed gives the same accounts and people, each time they are walked over")
  void deterministic() {
    assertThat(walk(new LoadPlan(7, ACCOUNT, 300, 3_000, 5)))
        .isEqualTo(walk(new LoadPlan(7, ACCOUNT, 300, 3_000, 5)))
        .isNotEqualTo(walk(new LoadPlan(8, ACCOUNT, 300, 3_000, 5)));
  }

  @Test
  @DisplayName("The watched account gets its people, all others together the rest")
  void sizes() {
    Map<UUID, Integer> sizes = new HashMap<>();
    Set<UUID> ids = new HashSet<>();
    Set<String> emails = new HashSet<>();
    new LoadPlan(7, ACCOUNT, 300, 3_000, 0)
        .walk(
            new LoadPlan.Visitor() {
              @Override
              public void account(UUID accountId, int ordinal, Instant signedUpAt) {
                assertThat(sizes).doesNotContainKey(accountId);
              }

              @Override
              public void person(UUID accountId, Person person, int index) {
                assertThat(index).isEqualTo(sizes.getOrDefault(accountId, 0));
                sizes.merge(accountId, 1, Integer::sum);
                ids.add(person.userId());
                emails.add(person.email());
                assertThat(person.email())
                    .matches("[a-z]+\\.[a-z]+\\.\\d+@example-\\d\\d\\.example");
              }
            });
    assertThat(sizes).containsEntry(ACCOUNT, 300);
    assertThat(sizes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(3_000);
    assertThat(sizes).hasSizeGreaterThan(30);
    assertThat(ids).hasSize(3_000);
    assertThat(emails).hasSize(3_000);
  }

  @Test
  @DisplayName("An account can have the database for itself")
  void alone() {
    List<String> lines = walk(new LoadPlan(7, ACCOUNT, 50, 50, 0));
    assertThat(lines).hasSize(50).allMatch(line -> line.startsWith(ACCOUNT.toString()));
  }

  @Test
  @DisplayName("Ids are UUIDs of version 7 in the order of their times")
  void ids() {
    People people = new People(7);
    Person early = people.get(10);
    Person late = people.get(11);
    assertThat(early.userId().version()).isEqualTo(7);
    assertThat(early.userId().variant()).isEqualTo(2);
    assertThat(early.userId().toString()).isLessThan(late.userId().toString());
    assertThat(people.get(10)).isEqualTo(early);
  }

  private static List<String> walk(LoadPlan plan) {
    List<String> lines = new ArrayList<>();
    plan.walk(
        new LoadPlan.Visitor() {
          @Override
          public void account(UUID accountId, int ordinal, Instant signedUpAt) {
            lines.add(accountId + " " + ordinal + " " + signedUpAt);
          }

          @Override
          public void person(UUID accountId, Person person, int index) {
            lines.add(accountId + " " + index + " " + person);
          }
        });
    return lines;
  }
}
