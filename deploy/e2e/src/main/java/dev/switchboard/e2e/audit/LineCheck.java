package dev.switchboard.e2e.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * I2 one extension, I3 one bridge, I5 numbers with one holder. A deleted user's extension is held
 * for a while (F4).
 */
final class LineCheck implements Check {

  @Override
  public void look(Evidence evidence, Findings findings) {
    Map<String, Row> users = Row.by("user_id", evidence.users());
    Map<String, List<Row>> extensions = Row.groups("holder_id", evidence.extensions());
    Map<String, List<Row>> open =
        Row.groups(
            "user_id",
            evidence.lines().stream().filter(line -> line.text("state").equals("OPEN")).toList());
    for (Row user : evidence.liveUsers()) {
      String id = user.text("user_id");
      lookAtLine(
          user, open.getOrDefault(id, List.of()), extensions.getOrDefault(id, List.of()), findings);
    }
    open.forEach((id, lines) -> {
      Row user = users.getOrDefault(id, Row.none());
      findings.require(
          user.exists() && Evidence.isLive(user),
          "I2",
          "user %s is %s and has an open line"
              .formatted(id, user.exists() ? user.text("state") : "unknown"));
    });
    extensions.forEach((id, held) -> {
      Row user = users.getOrDefault(id, Row.none());
      boolean isHeld = !held.getFirst().text("held_until").isEmpty();
      findings.require(
          user.exists() && (isHeld ? user.text("state").equals("DELETED") : Evidence.isLive(user)),
          "I2",
          "extension %s of account %s is held by user %s, who is not there"
              .formatted(held.getFirst().text("code"), held.getFirst().text("account_id"), id));
    });
    lookForDuplicates(evidence, findings);
    lookAtNumbers(evidence, findings);
  }

  private static void lookAtLine(
      Row user, List<Row> lines, List<Row> extensions, Findings findings) {
    if (lines.size() != 1) {
      findings.add("I2", "%s has %d open lines".formatted(Evidence.name(user), lines.size()));
      return;
    }
    Row line = lines.getFirst();
    String name = Evidence.name(user);
    findings.same(
        user.text("account_id"), line.text("account_id"), "I14", "account of the line of " + name);
    findings.same(
        line.text("extension"),
        extensions.size() == 1 ? extensions.getFirst().text("code") : extensions.size() + " codes",
        "I2",
        "extension that is held for " + name);
    findings.require(!line.text("bridge_id").isEmpty(), "I3", name + " has no bridge");
  }

  private static void lookForDuplicates(Evidence evidence, Findings findings) {
    Map<String, String> extensions = new HashMap<>();
    Map<String, String> bridges = new HashMap<>();
    for (Row line : evidence.lines()) {
      String user = line.text("user_id");
      if (line.text("state").equals("OPEN")) {
        String other = extensions.put(line.text("account_id") + " " + line.text("extension"), user);
        findings.require(
            other == null,
            "I2",
            "extension %s of account %s is that of user %s and of user %s"
                .formatted(line.text("extension"), line.text("account_id"), other, user));
      }
      if (!line.text("bridge_id").isEmpty()) {
        String other = bridges.put(line.text("bridge_id"), user);
        findings.require(
            other == null,
            "I3",
            "bridge %s is that of user %s and of user %s"
                .formatted(line.text("bridge_id"), other, user));
      }
    }
  }

  private static void lookAtNumbers(Evidence evidence, Findings findings) {
    Map<String, Row> numbers = Row.by("number", evidence.numbers());
    Map<String, String> mains =
        evidence.numbers().stream()
            .filter(number -> number.text("use").equals("COMPANY_MAIN"))
            .collect(
                Collectors.toMap(
                    number -> number.text("account_id"),
                    number -> number.text("number"),
                    (one, other) -> one + " and " + other));
    for (Row account : evidence.accounts()) {
      String id = account.text("account_id");
      findings.same(
          mains.getOrDefault(id, ""), account.text("main_number"), "I5", "main number of " + id);
    }
    Map<String, String> held = new HashMap<>();
    for (Row line : evidence.lines()) {
      for (String number : line.list("direct_numbers")) {
        String user = line.text("user_id");
        String other = held.put(number, user);
        findings.require(
            other == null,
            "I5",
            "number %s is user %s's and user %s's".formatted(number, other, user));
        findings.same(
            user,
            numbers.getOrDefault(number, Row.none()).text("user_id"),
            "I5",
            "holder of direct number " + number);
      }
    }
    for (Row number : evidence.numbers()) {
      findings.same(
          number.text("user_id"),
          held.getOrDefault(number.text("number"), ""),
          "I5",
          "line that has number " + number.text("number"));
    }
  }
}
