package dev.switchboard.e2e.audit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * I6: each statement is there once, its total is that of its lines, and the one that came with the
 * sign-up is what was bought then, reckoned here from what the topics tell.
 */
final class StatementCheck implements Check {

  @Override
  public void look(Evidence evidence, Findings findings) {
    Map<String, List<Row>> statements = Row.groups("account_id", evidence.statements());
    Map<String, Long> bought = boughtAtSignUp(evidence);
    for (Row account : evidence.billingAccounts()) {
      String id = account.text("account_id");
      List<Row> issued = statements.getOrDefault(id, List.of());
      findings.same(
          account.number("next_period"), (long) issued.size(), "I6", "statements of account " + id);
      for (int index = 0; index < issued.size(); index++) {
        Row statement = issued.get(index);
        String name = "statement %d of account %s".formatted(index, id);
        findings.same((long) index, statement.number("period_index"), "I6", "period of " + name);
        findings.same(
            statement.number("lines_cents"),
            statement.number("total_cents"),
            "I6",
            "total of " + name);
        if (index == 0 && bought.containsKey(id)) {
          findings.same(
              bought.getOrDefault(id, 0L),
              statement.number("total_cents"),
              "I6",
              "what was bought at the sign-up and is on " + name);
        }
      }
    }
  }

  /** In cents, by account; prices have not changed since. */
  private static Map<String, Long> boughtAtSignUp(Evidence evidence) {
    Map<String, Long> prices =
        evidence.events().stream()
            .filter(event -> event.type().equals("price-list.published"))
            .flatMap(event -> event.data().path("plans").valueStream())
            .collect(
                Collectors.toMap(
                    plan -> plan.path("code").asString(),
                    plan -> plan.path("monthlyPriceCents").asLong(),
                    (first, again) -> again));
    return evidence.events().stream()
        .filter(event -> event.type().equals("account.signed-up"))
        .collect(
            Collectors.toMap(
                Event::key,
                event ->
                    event
                        .data()
                        .path("slots")
                        .valueStream()
                        .mapToLong(slot -> prices.getOrDefault(slot.path("plan").asString(), 0L))
                        .sum(),
                (first, again) -> first));
  }
}
