package dev.switchboard.e2e.audit;

import dev.switchboard.paymentprovider.Charge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * I6: each statement has one payment, for what it says less the account's credit; the provider took
 * that money once, and took nothing else; standing and topic tell the same.
 */
final class PaymentCheck implements Check {
  private final boolean withCharges;

  /**
   * @param withCharges whether it is known what money was taken
   */
  PaymentCheck(boolean withCharges) {
    this.withCharges = withCharges;
  }

  @Override
  public void look(Evidence evidence, Findings findings) {
    Map<String, Row> payments = Row.by("statement_id", evidence.payments());
    Map<String, List<Charge>> charges =
        evidence.charges().stream()
            .collect(
                Collectors.groupingBy(charge -> charge.metadata().getOrDefault("payment_id", "")));
    Map<String, Event> told = lastTold(evidence);
    for (Row statement : evidence.statements()) {
      String id = statement.text("statement_id");
      String name = "payment of statement " + id;
      Row payment = payments.getOrDefault(id, Row.none());
      if (!payment.exists()) {
        findings.add("I6", name + " is missing");
        continue;
      }
      findings.same(
          Math.max(0, statement.number("total_cents")),
          payment.number("amount_cents") + payment.number("credit_cents"),
          "I6",
          "cents of " + name);
      if (withCharges) {
        lookAtCharges(payment, charges.getOrDefault(id, List.of()), name, findings);
      }
      if (told.containsKey(id) || !evidence.cutTopics().contains("billing.statements.v1")) {
        lookAtTold(payment, told.get(id), name, findings);
      }
    }
    charges.forEach((id, taken) ->
        findings.require(
            payments.containsKey(id), "I6", "money was taken for no statement: " + taken));
    lookAtAccounts(evidence, findings);
  }

  private static void lookAtCharges(
      Row payment, List<Charge> taken, String name, Findings findings) {
    boolean charged = payment.text("state").equals("PAID") && payment.number("amount_cents") > 0;
    findings.same(
        charged ? List.of(payment.number("amount_cents")) : List.of(),
        taken.stream().map(Charge::amount).toList(),
        "I6",
        "money taken for the " + name);
  }

  private static void lookAtTold(
      Row payment, @Nullable Event last, String name, Findings findings) {
    if (last == null) {
      findings.add("I6", name + " is on no topic");
      return;
    }
    findings.same(payment.number("version"), last.version(), "I6", "told version of the " + name);
    String state = payment.text("state").equals("DUE") ? "ISSUED" : payment.text("state");
    findings.same(state, last.text("state"), "I6", "told state of the " + name);
  }

  private static void lookAtAccounts(Evidence evidence, Findings findings) {
    Map<String, List<Row>> statements = Row.groups("account_id", evidence.statements());
    Map<String, List<Row>> payments = Row.groups("account_id", evidence.payments());
    for (Row account : evidence.billingAccounts()) {
      String id = account.text("account_id");
      List<Row> own = payments.getOrDefault(id, List.of());
      long charged = own.stream().mapToLong(payment -> payment.number("amount_cents")).sum();
      long totals =
          statements.getOrDefault(id, List.of()).stream()
              .mapToLong(statement -> statement.number("total_cents"))
              .sum();
      findings.same(
          totals, charged - account.number("credit_cents"), "I6", "cents of account " + id);
      boolean pastDue = own.stream().anyMatch(each -> each.text("state").equals("PAST_DUE"));
      if (!account.text("standing").equals("CLOSED")) {
        findings.same(
            pastDue ? "PAST_DUE" : "ACTIVE",
            account.text("standing"),
            "I6",
            "standing of account " + id);
      }
    }
  }

  private static Map<String, Event> lastTold(Evidence evidence) {
    Map<String, Event> last = new HashMap<>();
    evidence.events().stream()
        .filter(event -> event.topic().equals("billing.statements.v1"))
        .forEach(event ->
            last.merge(
                event.text("statementId"),
                event,
                (one, other) -> one.version() >= other.version() ? one : other));
    return last;
  }
}
