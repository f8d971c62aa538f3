package dev.switchboard.e2e.audit;

import java.util.List;
import java.util.Map;

/** I4 for numbers: who has one pays for it, once, for what it is used for; nobody else does. */
final class NumberChargeCheck implements Check {

  @Override
  public void look(Evidence evidence, Findings findings) {
    Map<String, Row> numbers = Row.by("number", evidence.numbers());
    Map<String, List<Row>> open =
        Row.groups(
            "number",
            evidence.numberIntervals().stream()
                .filter(interval -> interval.text("ended_at").isEmpty())
                .toList());
    for (Row number : evidence.numbers()) {
      String name = "number " + number.text("number");
      List<Row> intervals = open.getOrDefault(number.text("number"), List.of());
      findings.same(isPaid(number) ? 1 : 0, intervals.size(), "I4", "open intervals of " + name);
      for (Row interval : intervals) {
        for (String column : List.of("account_id", "use", "user_id")) {
          findings.same(
              number.text(column), interval.text(column), "I4", column + " that pays for " + name);
        }
      }
    }
    open.keySet()
        .forEach(number ->
            findings.require(
                numbers.containsKey(number),
                "I4",
                "number %s is paid by nobody's account".formatted(number)));
    for (Row interval : evidence.numberIntervals()) {
      findings.require(
          !interval.isTrue("overlaps")
              && (interval.text("next_start").isEmpty() || !interval.text("ended_at").isEmpty()),
          "I4",
          "interval %s of number %s overlaps the next one"
              .formatted(interval.text("interval_id"), interval.text("number")));
    }
  }

  private static boolean isPaid(Row number) {
    String state = number.text("state");
    return state.equals("UNASSIGNED") || state.equals("ASSIGNED");
  }
}
