package dev.switchboard.e2e.audit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** I4: one occupied slot and one open charge per live user; every slot that is there is paid. */
final class SeatCheck implements Check {

  @Override
  public void look(Evidence evidence, Findings findings) {
    Map<String, Row> seats = Row.by("user_id", evidence.seats());
    Map<String, Row> users = Row.by("user_id", evidence.users());
    Map<String, Row> directory = Row.by("user_id", evidence.directory());
    Map<String, List<Row>> slots = Row.groups("user_id", occupied(evidence));
    for (Row user : evidence.liveUsers()) {
      String id = user.text("user_id");
      lookAtUser(
          user,
          slots.getOrDefault(id, List.of()),
          seats.getOrDefault(id, Row.none()),
          directory.getOrDefault(id, Row.none()),
          findings);
    }
    slots.forEach((id, taken) -> {
      Row user = users.getOrDefault(id, Row.none());
      findings.require(
          user.exists() && Evidence.isLive(user),
          "I4",
          "slot %s is occupied by user %s, who is %s"
              .formatted(
                  taken.getFirst().text("slot_id"),
                  id,
                  user.exists() ? user.text("state") : "unknown"));
    });
    for (Row seat : evidence.seats()) {
      Row user = users.getOrDefault(seat.text("user_id"), Row.none());
      findings.require(
          !seat.text("state").equals("OCCUPIED") || (user.exists() && Evidence.isLive(user)),
          "I4",
          "user %s is not there and has a seat".formatted(seat.text("user_id")));
    }
    lookAtCharges(evidence, revived(evidence), findings);
    lookAtTimeline(evidence, findings);
  }

  /** Who sits where is on the timeline as well, since numbers are priced by it (E2). */
  private static void lookAtTimeline(Evidence evidence, Findings findings) {
    Map<String, List<Row>> open = Row.groups("user_id", evidence.seatIntervals());
    for (Row seat : evidence.seats()) {
      List<Row> intervals = open.getOrDefault(seat.text("user_id"), List.of());
      String name = "seat of user " + seat.text("user_id");
      int expected = seat.text("state").equals("OCCUPIED") ? 1 : 0;
      findings.same(expected, intervals.size(), "I4", "open intervals of the " + name);
      for (Row interval : intervals) {
        for (String column : List.of("account_id", "slot_id", "plan")) {
          findings.same(
              seat.text(column),
              interval.text(column),
              "I4",
              column + " on the timeline of " + name);
        }
      }
    }
  }

  /**
   * Slots that were removed with a deleted user and came back with him, whoever has them now: a gap
   * is right there.
   */
  private static Set<String> revived(Evidence evidence) {
    Set<String> restored =
        evidence.events().stream()
            .filter(event -> event.type().equals("user.restored"))
            .map(event -> event.text("userId"))
            .collect(Collectors.toSet());
    return evidence.events().stream()
        .filter(event -> event.type().equals("seat.occupied"))
        .filter(event -> restored.contains(event.text("userId")))
        .map(event -> event.text("slotId"))
        .collect(Collectors.toSet());
  }

  private static List<Row> occupied(Evidence evidence) {
    return evidence.slots().stream().filter(slot -> slot.text("state").equals("OCCUPIED")).toList();
  }

  private static void lookAtUser(
      Row user, List<Row> slots, Row seat, Row listed, Findings findings) {
    String name = Evidence.name(user);
    if (slots.size() != 1) {
      findings.add("I4", "%s occupies %d slots".formatted(name, slots.size()));
      return;
    }
    Row slot = slots.getFirst();
    findings.same("OCCUPIED", seat.text("state"), "I4", "state of the seat of " + name);
    findings.same(slot.text("slot_id"), seat.text("slot_id"), "I4", "slot of the seat of " + name);
    findings.same(slot.text("plan"), seat.text("plan"), "I4", "plan of the seat of " + name);
    findings.same(
        user.text("account_id"), slot.text("account_id"), "I14", "account of the slot of " + name);
    findings.same(
        user.text("account_id"), seat.text("account_id"), "I14", "account of the seat of " + name);
    findings.same(slot.text("plan"), listed.text("plan"), "I9", "plan in the list of " + name);
  }

  private static void lookAtCharges(Evidence evidence, Set<String> revived, Findings findings) {
    Map<String, List<Row>> intervals = Row.groups("slot_id", evidence.intervals());
    for (Row slot : evidence.slots()) {
      List<Row> open =
          intervals.getOrDefault(slot.text("slot_id"), List.of()).stream()
              .filter(each -> each.text("ended_at").isEmpty())
              .toList();
      String name =
          "slot %s of account %s".formatted(slot.text("slot_id"), slot.text("account_id"));
      int expected = slot.text("state").equals("REMOVED") ? 0 : 1;
      findings.same(expected, open.size(), "I4", "open charge intervals of " + name);
      open.forEach(charge ->
          findings.same(slot.text("plan"), charge.text("plan"), "I4", "charged plan of " + name));
    }
    boolean revivalsKnown =
        Collections.disjoint(evidence.cutTopics(), List.of("user.users.v1", "billing.seats.v1"));
    for (Row interval : evidence.intervals()) {
      String name =
          "charge interval %s of slot %s"
              .formatted(interval.text("interval_id"), interval.text("slot_id"));
      findings.require(
          !interval.isTrue("overlaps")
              && (interval.text("next_start").isEmpty() || !interval.text("ended_at").isEmpty()),
          "I4",
          name + " overlaps the next one");
      findings.require(
          !interval.isTrue("leaves_gap")
              || !revivalsKnown
              || revived.contains(interval.text("slot_id")),
          "I4",
          name + " leaves a gap to the next one");
    }
  }
}
