package dev.switchboard.e2e.audit;

import java.util.List;
import java.util.Map;

/** D6: an erased account has nobody and nothing left, in any service, and pays for nothing. */
final class ErasureCheck implements Check {

  @Override
  public void look(Evidence evidence, Findings findings) {
    Map<String, List<Row>> users = Row.groups("account_id", evidence.users());
    Map<String, Row> billed = Row.by("account_id", evidence.billingAccounts());
    Map<String, List<Row>> slots = Row.groups("account_id", evidence.slots());
    Map<String, List<Row>> numbers = Row.groups("account_id", evidence.numbers());
    for (Row account : evidence.accounts()) {
      if (!account.text("state").equals("CLOSED")) {
        continue;
      }
      String id = account.text("account_id");
      String name = "erased account " + id;
      for (Row user : users.getOrDefault(id, List.of())) {
        findings.require(
            !user.text("erased_at").isEmpty(),
            "D6",
            "%s is in an erased account".formatted(Evidence.name(user)));
      }
      findings.same(
          "CLOSED",
          billed.getOrDefault(id, Row.none()).text("standing"),
          "D6",
          "standing of " + name);
      for (Row slot : slots.getOrDefault(id, List.of())) {
        findings.same(
            "REMOVED",
            slot.text("state"),
            "D6",
            "slot %s of %s".formatted(slot.text("slot_id"), name));
      }
      for (Row number : numbers.getOrDefault(id, List.of())) {
        findings.same(
            "QUARANTINED",
            number.text("state"),
            "D6",
            "number %s of %s".formatted(number.text("number"), name));
      }
    }
  }
}
