package dev.switchboard.notification.template;

import dev.switchboard.notification.text.CleanText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the mail about a new statement shows (E5, J1).
 *
 * @param firstName of the recipient
 * @param companyName his company
 * @param from first day of the month that is charged in advance
 * @param to its last day
 * @param total of the statement
 * @param due what is to be paid after credit
 * @param card that is charged; null when none is on file
 * @param payBy when the account becomes past due without payment
 * @param link the statement, or where a card is added when that is what is missing
 */
public record StatementIssuedModel(
    String firstName,
    String companyName,
    LocalDate from,
    LocalDate to,
    Money total,
    Money due,
    @Nullable MailedCard card,
    Instant payBy,
    String link)
    implements MailModel {

  public StatementIssuedModel {
    firstName = CleanText.name(firstName);
    companyName = CleanText.name(companyName);
  }

  /** Whether a card is missing to pay what is due. */
  public static boolean lacksCard(Money due, @Nullable MailedCard card) {
    return due.amountCents() > 0 && card == null;
  }

  @Override
  public String folder() {
    if (lacksCard(due, card)) {
      return "statement-issued/no-card";
    }
    return due.amountCents() > 0 ? "statement-issued/charged" : "statement-issued/nothing-due";
  }

  @Override
  public Map<String, String> facts(Reader reader) {
    Map<String, String> facts = new HashMap<>();
    facts.put("firstName", firstName);
    facts.put("companyName", companyName);
    facts.put("from", reader.words(from));
    facts.put("to", reader.words(to));
    facts.put("total", reader.words(total));
    facts.put("due", reader.words(due));
    facts.put("payBy", reader.words(payBy));
    facts.put("link", link);
    if (card != null) {
      facts.put("cardBrand", card.brand());
      facts.put("cardLastFour", card.lastFour());
    }
    return Map.copyOf(facts);
  }

  /** Only its kind: names and amounts stay out of logs. */
  @Override
  public String toString() {
    return "StatementIssuedModel[hidden]";
  }
}
