package dev.switchboard.notification.template;

import dev.switchboard.notification.text.CleanText;
import java.time.Instant;
import java.util.Map;

/**
 * What the mail about an account that has become past due shows (E7).
 *
 * @param firstName of the recipient
 * @param companyName his company
 * @param due the sum of all that is unpaid
 * @param since when it became past due
 * @param link where it is settled
 */
public record AccountPastDueModel(
    String firstName, String companyName, Money due, Instant since, String link)
    implements MailModel {

  public AccountPastDueModel {
    firstName = CleanText.name(firstName);
    companyName = CleanText.name(companyName);
  }

  @Override
  public String folder() {
    return "account-past-due";
  }

  @Override
  public Map<String, String> facts(Reader reader) {
    return Map.of(
        "firstName", firstName,
        "companyName", companyName,
        "due", reader.words(due),
        "since", reader.words(since),
        "link", link);
  }

  /** Only its kind: names and amounts stay out of logs. */
  @Override
  public String toString() {
    return "AccountPastDueModel[hidden]";
  }
}
