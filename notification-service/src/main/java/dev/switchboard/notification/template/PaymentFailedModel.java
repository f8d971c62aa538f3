package dev.switchboard.notification.template;

import dev.switchboard.notification.text.CleanText;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the mail about a failed charge shows (E7, J1).
 *
 * @param firstName of the recipient
 * @param companyName his company
 * @param due what is to be paid
 * @param card that was to be charged; null when none is on file
 * @param reason code of why it failed; one that is not known is told in general words
 * @param nextTryAt when it is tried again; null when it is not
 * @param payBy when the account becomes past due without payment
 * @param link where it is settled
 */
public record PaymentFailedModel(
    String firstName,
    String companyName,
    Money due,
    @Nullable MailedCard card,
    String reason,
    @Nullable Instant nextTryAt,
    Instant payBy,
    String link)
    implements MailModel {

  public PaymentFailedModel {
    firstName = CleanText.name(firstName);
    companyName = CleanText.name(companyName);
  }

  @Override
  public String folder() {
    if (card == null) {
      return "payment-failed/no-card";
    }
    return nextTryAt == null ? "payment-failed/last" : "payment-failed/again";
  }

  @Override
  public Map<String, String> facts(Reader reader) {
    Map<String, String> facts = new HashMap<>();
    facts.put("firstName", firstName);
    facts.put("companyName", companyName);
    facts.put("due", reader.words(due));
    facts.put("reason", FailureReason.of(reason).words(reader.language()));
    facts.put("payBy", reader.words(payBy));
    facts.put("link", link);
    if (card != null) {
      facts.put("cardBrand", card.brand());
      facts.put("cardLastFour", card.lastFour());
    }
    if (nextTryAt != null) {
      facts.put("nextTryAt", reader.words(nextTryAt));
    }
    return Map.copyOf(facts);
  }

  /** Only its kind: names and amounts stay out of logs. */
  @Override
  public String toString() {
    return "PaymentFailedModel[hidden]";
  }
}
