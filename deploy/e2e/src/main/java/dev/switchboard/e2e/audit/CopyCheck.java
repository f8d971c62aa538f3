package dev.switchboard.e2e.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** I9: what a service keeps of another's data, and what topics say last, equals the source. */
final class CopyCheck implements Check {
  /** Columns of the list's row, each with its property on the topic. */
  private static final Map<String, String> PUBLISHED =
      Map.ofEntries(
          Map.entry("account_id", "accountId"),
          Map.entry("first_name", "firstName"),
          Map.entry("last_name", "lastName"),
          Map.entry("email", "email"),
          Map.entry("role", "role"),
          Map.entry("language", "language"),
          Map.entry("time_zone", "timeZone"),
          Map.entry("mobile", "mobile"),
          Map.entry("state", "state"),
          Map.entry("plan", "plan"),
          Map.entry("extension", "extension"),
          Map.entry("bridge_id", "bridgeId"),
          Map.entry("forward_to", "forwardTo"));

  private record Source(String topic, String idColumn, List<Row> rows) {}

  @Override
  public void look(Evidence evidence, Findings findings) {
    lookAtLastEvents(evidence, findings);
    lookAtDirectory(evidence, findings);
    lookAtOpenSlots(evidence, findings);
    sameVersions(
        evidence.billingAccounts(), "account_id", evidence.standings(), "standing", findings);
    sameVersions(
        evidence.billingAccounts(),
        "account_id",
        evidence.numberingStandings(),
        "standing",
        findings);
    sameVersions(told(evidence), "number", evidence.numberVersions(), "number", findings);
    sameVersions(told(evidence), "number", evidence.billedNumberVersions(), "number", findings);
  }

  /** Nobody has heard of a number that is only reserved. */
  private static List<Row> told(Evidence evidence) {
    return evidence.numbers().stream()
        .filter(number -> !number.text("state").equals("RESERVED"))
        .toList();
  }

  private static void lookAtLastEvents(Evidence evidence, Findings findings) {
    Map<String, Event> last = new HashMap<>();
    for (Event event : evidence.events()) {
      last.put(event.topic() + " " + EventCheck.aggregate(event), event);
    }
    for (Source source :
        List.of(
            new Source("user.accounts.v1", "account_id", evidence.accounts()),
            new Source("user.users.v1", "user_id", evidence.users()),
            new Source("numbering.lines.v1", "user_id", evidence.lines()),
            new Source("numbering.numbers.v1", "number", told(evidence)),
            new Source("billing.seats.v1", "user_id", evidence.seats()),
            new Source("billing.accounts.v1", "account_id", evidence.billingAccounts()),
            new Source("notification.mails.v1", "mail_id", evidence.mails()))) {
      for (Row row : source.rows()) {
        String id = row.text(source.idColumn());
        Event event = last.get(source.topic() + " " + id);
        if (event == null && evidence.cutTopics().contains(source.topic())) {
          continue;
        }
        findings.same(
            row.number("version"),
            event == null ? 0L : event.version(),
            "I9",
            "version of %s on %s".formatted(id, source.topic()));
      }
    }
    for (Row row : evidence.directory()) {
      lookAtPublished(row, last.get("user.directory.v1 " + row.text("user_id")), findings);
    }
  }

  private static void lookAtPublished(
      Row row, @org.jspecify.annotations.Nullable Event event, Findings findings) {
    String name = "user %s on user.directory.v1".formatted(row.text("user_id"));
    if (!row.isTrue("visible")) {
      findings.require(event == null || event.isTombstone(), "I9", name + " should be no more");
      return;
    }
    if (event == null || event.isTombstone()) {
      findings.add("I9", name + " is missing");
      return;
    }
    findings.same(row.number("version"), event.version(), "I9", "version of " + name);
    PUBLISHED.forEach((column, property) ->
        findings.same(
            row.text(column), event.text(property), "I9", "%s of %s".formatted(property, name)));
    findings.same(
        row.list("direct_numbers"),
        event.data().path("directNumbers").valueStream().map(JsonNode::asString).toList(),
        "I9",
        "numbers of " + name);
  }

  private static void lookAtDirectory(Evidence evidence, Findings findings) {
    Map<String, Row> rows = Row.by("user_id", evidence.directory());
    Map<String, Row> lines = Row.by("user_id", evidence.lines());
    Map<String, Row> seats = Row.by("user_id", evidence.seats());
    Map<String, Row> mails = Row.by("mail_id", evidence.mails());
    for (Row user : evidence.users()) {
      String id = user.text("user_id");
      Row row = rows.getOrDefault(id, Row.none());
      Row line = lines.getOrDefault(id, Row.none());
      String name = Evidence.name(user);
      if (!row.exists()) {
        findings.add("I9", name + " has no row in the list");
        continue;
      }
      findings.same(Evidence.isLive(user), row.isTrue("visible"), "I9", "visibility of " + name);
      same(user, row, name, findings);
      findings.same(line.number("version"), row.number("line_version"), "I9", "line of " + name);
      findings.same(
          seats.getOrDefault(id, Row.none()).number("version"),
          row.number("seat_version"),
          "I9",
          "seat of " + name);
      if (Evidence.isLive(user)) {
        findings.same(
            line.text("extension"),
            row.text("extension"),
            "I9",
            "extension in the list of " + name);
        findings.same(
            line.text("bridge_id"), row.text("bridge_id"), "I9", "bridge in the list of " + name);
        findings.same(
            line.list("direct_numbers"), row.list("direct_numbers"), "I9", "numbers of " + name);
        findings.same(
            line.text("forward_to"),
            row.text("forward_to"),
            "I9",
            "forwarding in the list of " + name);
        Row mail = mails.getOrDefault(row.text("mail_id"), Row.none());
        findings.same(
            mail.text("state"), row.text("mail_state"), "I9", "mail state in the list of " + name);
      }
    }
  }

  private static void same(Row user, Row row, String name, Findings findings) {
    findings.same(
        user.number("version"), row.number("user_version"), "I9", "version in the list of " + name);
    for (String column :
        List.of(
            "account_id",
            "first_name",
            "last_name",
            "email",
            "role",
            "state",
            "language",
            "time_zone",
            "mobile")) {
      findings.same(user.text(column), row.text(column), "I9", column + " in the list of " + name);
    }
  }

  private static void lookAtOpenSlots(Evidence evidence, Findings findings) {
    Set<String> open =
        evidence.slots().stream()
            .filter(slot -> slot.text("state").equals("OPEN"))
            .map(slot -> slot.text("slot_id"))
            .collect(Collectors.toSet());
    Map<String, Row> known = Row.by("slot_id", evidence.knownOpenSlots());
    for (String slot : open) {
      Row copy = known.getOrDefault(slot, Row.none());
      findings.require(copy.exists(), "I9", "user-service does not know the open slot " + slot);
      findings.same("", copy.text("claimed_by"), "I9", "claim on the open slot " + slot);
    }
    for (String slot : known.keySet()) {
      findings.require(
          open.contains(slot), "I9", "user-service thinks that slot " + slot + " is open");
    }
  }

  private static void sameVersions(
      List<Row> sources, String id, List<Row> copies, String what, Findings findings) {
    Map<String, Row> known = Row.by(id, copies);
    for (Row source : sources) {
      findings.same(
          source.number("version"),
          known.getOrDefault(source.text(id), Row.none()).number("version"),
          "I9",
          "version of the %s of %s that another service knows".formatted(what, source.text(id)));
    }
  }
}
