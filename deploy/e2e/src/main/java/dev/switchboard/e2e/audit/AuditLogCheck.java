package dev.switchboard.e2e.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** I13: the log has one entry for each change of a user, with the actor whom the event names. */
final class AuditLogCheck implements Check {
  private static final String PLAN_CHANGED = "seat.changed";

  @Override
  public void look(Evidence evidence, Findings findings) {
    Map<String, Map<String, Long>> logged = new HashMap<>();
    evidence
        .auditEntries()
        .forEach(entry ->
            logged
                .computeIfAbsent(entry.text("subject_id"), each -> new HashMap<>())
                .merge(
                    act(entry.text("action"), entry.text("actor_type"), entry.text("actor_id")),
                    1L,
                    Long::sum));
    Map<String, List<Event>> changes =
        evidence.events().stream()
            .filter(
                event -> event.topic().equals("user.users.v1") || event.type().equals(PLAN_CHANGED))
            .filter(event -> !event.isRepublished())
            .collect(Collectors.toMap(Event::id, event -> event, (first, again) -> first))
            .values()
            .stream() // each once, however often it was sent
            .collect(Collectors.groupingBy(event -> event.text("userId")));
    boolean cut =
        evidence.cutTopics().contains("user.users.v1")
            || evidence.cutTopics().contains("billing.seats.v1");
    changes.forEach((user, events) -> {
      Map<String, Long> told =
          events.stream()
              .collect(
                  Collectors.groupingBy(
                      event ->
                          act(
                              action(event),
                              event.data().at("/actor/type").asString(""),
                              event.data().at("/actor/userId").asString("")),
                      Collectors.counting()));
      Map<String, Long> entries = logged.getOrDefault(user, Map.of());
      if (cut) {
        told.forEach((act, times) ->
            findings.require(
                entries.getOrDefault(act, 0L) >= times,
                "I13",
                "entries about user %s: fewer than %d of %s".formatted(user, times, act)));
      } else {
        findings.same(told, entries, "I13", "entries about user " + user);
      }
    });
  }

  /** Billing tells of a seat where the log tells of its user. */
  private static String action(Event event) {
    return event.type().equals(PLAN_CHANGED) ? "user.plan-changed" : event.type();
  }

  private static String act(String action, String actorType, String actorId) {
    return action + " by " + actorType + " " + actorId;
  }
}
