package dev.switchboard.e2e.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * I8 every event is sent and taken in by all who read it, I9 versions without a gap and in order,
 * I10 no dead letters.
 */
final class EventCheck implements Check {

  /** Of these events all inboxes are known. */
  private static final Duration LATELY = Duration.ofHours(11);

  private final boolean withDeadLetterTopics;

  /**
   * @param withDeadLetterTopics false where they may still have what was redriven since
   */
  EventCheck(boolean withDeadLetterTopics) {
    this.withDeadLetterTopics = withDeadLetterTopics;
  }

  @Override
  public void look(Evidence evidence, Findings findings) {
    for (Row row : evidence.outbox()) {
      findings.add(
          "I8",
          "event %s for %s, key %s, waits in the outbox of %s for %s s"
              .formatted(
                  row.text("event_id"),
                  row.text("topic"),
                  row.text("key"),
                  row.text("database"),
                  row.text("age")));
    }
    lookAtInboxes(evidence, findings);
    lookAtVersions(evidence, findings);
    for (Row row : evidence.deadLetters()) {
      findings.add(
          "I10",
          "dead letter of %s: event %s, key %s on %s: %s"
              .formatted(
                  row.text("database"),
                  row.text("event_id"),
                  row.text("key"),
                  row.text("topic"),
                  row.text("cause")));
    }
    for (Event event : withDeadLetterTopics ? evidence.deadLetterRecords() : List.<Event>of()) {
      findings.add(
          "I10",
          "event %s (%s, key %s) is on %s"
              .formatted(event.id(), event.type(), event.key(), event.topic()));
    }
  }

  private static void lookAtInboxes(Evidence evidence, Findings findings) {
    Set<String> sent = new HashSet<>();
    Instant lately = Instant.now().minus(LATELY);
    Map<String, List<Event>> byTopic =
        evidence.events().stream().collect(Collectors.groupingBy(Event::topic));
    for (Contracts.Topic topic : evidence.topics()) {
      List<Event> events = byTopic.getOrDefault(topic.name(), List.of());
      events.forEach(event -> sent.add(event.id()));
      for (String group : topic.groups()) {
        Set<String> taken = evidence.inbox().getOrDefault(group, Set.of());
        Set<String> missing = new HashSet<>();
        for (Event event : events) {
          if (event.time().isAfter(lately)
              && !taken.contains(event.id())
              && missing.add(event.id())) {
            findings.add(
                "I8",
                "%s has not taken in %s %s of key %s (%s, partition %d, offset %d)"
                    .formatted(
                        group,
                        event.type(),
                        event.id(),
                        event.key(),
                        topic.name(),
                        event.partition(),
                        event.offset()));
          }
        }
      }
    }
    evidence
        .inboxOfTopics()
        .forEach((group, taken) -> {
          for (String id : taken) {
            findings.require(
                sent.contains(id),
                "I8",
                "event %s, taken in by %s, is on no topic".formatted(id, group));
          }
        });
  }

  private static void lookAtVersions(Evidence evidence, Findings findings) {
    Set<String> withGaps =
        evidence.topics().stream()
            .filter(topic -> topic.compacted() || topic.gaps())
            .map(Contracts.Topic::name)
            .collect(Collectors.toSet());
    Map<String, Map<Long, String>> seen = new HashMap<>();
    Map<String, Long> before = new HashMap<>();
    for (Event event : evidence.events()) {
      if (!event.data().has("version") || withGaps.contains(event.topic())) {
        continue;
      }
      String aggregate = event.topic() + " " + aggregate(event);
      Map<Long, String> versions = seen.computeIfAbsent(aggregate, each -> new HashMap<>());
      String other = versions.putIfAbsent(event.version(), event.id());
      if (other == null) {
        long known = evidence.cutTopics().contains(event.topic()) ? event.version() - 1 : 0;
        findings.same(
            before.computeIfAbsent(aggregate, first -> known) + versions.size(),
            event.version(),
            "I9",
            "next version of " + aggregate);
      } else if (!event.isRepublished()) {
        findings.same(
            other,
            event.id(),
            "I9",
            "event of version %d of %s".formatted(event.version(), aggregate));
      }
    }
  }

  /** A mail's events have its recipient as their key, a statement's have its account. */
  static String aggregate(Event event) {
    return Stream.of("mailId", "statementId")
        .map(event::text)
        .filter(id -> !id.isEmpty())
        .findFirst()
        .orElseGet(event::key);
  }
}
