package dev.switchboard.billing.recipient;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that the admins of an account are told by mail.
 *
 * @param name what it is about: the same name is the same notice, and one mail to each of them
 * @param template of contracts/events/mail.requested
 * @param model what all of them are shown, as JSON has it
 */
record Notice(UUID accountId, String name, String template, Map<String, Object> model) {

  static Notice of(StatementMail mail) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("statementId", mail.statementId().toString());
    model.put("from", mail.from().toString());
    model.put("to", mail.to().toString());
    model.put("total", money(mail.totalCents(), mail.currency()));
    model.put("due", money(mail.dueCents(), mail.currency()));
    putCard(model, mail.card());
    model.put("payBy", mail.payBy().toString());
    return new Notice(
        mail.accountId(), "statement-issued/" + mail.statementId(), "statement-issued", model);
  }

  static Notice of(PaymentFailedMail mail) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("statementId", mail.statementId().toString());
    model.put("due", money(mail.dueCents(), mail.currency()));
    putCard(model, mail.card());
    model.put("reason", mail.reason());
    if (mail.nextTryAt() != null) {
      model.put("nextTryAt", mail.nextTryAt().toString());
    }
    model.put("payBy", mail.payBy().toString());
    return new Notice(
        mail.accountId(),
        "payment-failed/" + mail.statementId() + "/" + mail.attempt(),
        "payment-failed",
        model);
  }

  static Notice of(PastDueMail mail) {
    return new Notice(
        mail.accountId(),
        "account-past-due/" + mail.accountId() + "/" + mail.since(),
        "account-past-due",
        Map.of("due", money(mail.dueCents(), mail.currency()), "since", mail.since().toString()));
  }

  /** Id of the mail to this user; the same whenever it is asked for. */
  UUID mailIdFor(UUID userId) {
    return UUID.nameUUIDFromBytes((name + "/" + userId).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> money(long cents, String currency) {
    return Map.of("amountCents", cents, "currency", currency);
  }

  private static void putCard(Map<String, Object> model, @Nullable MailedCard card) {
    if (card != null) {
      model.put("card", card.model());
    }
  }
}
