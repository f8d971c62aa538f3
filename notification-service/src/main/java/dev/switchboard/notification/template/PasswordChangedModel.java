package dev.switchboard.notification.template;

import dev.switchboard.notification.text.CleanText;
import java.time.Instant;
import java.util.Map;

/**
 * What the notice of a new password shows (D3).
 *
 * @param firstName of the recipient
 * @param companyName his company
 * @param changedAt when it was changed
 * @param link where to go when it was somebody else
 */
public record PasswordChangedModel(
    String firstName, String companyName, Instant changedAt, String link) implements MailModel {

  public PasswordChangedModel {
    firstName = CleanText.name(firstName);
    companyName = CleanText.name(companyName);
  }

  @Override
  public String folder() {
    return "password-changed";
  }

  @Override
  public Map<String, String> facts(Reader reader) {
    return Map.of(
        "firstName", firstName,
        "companyName", companyName,
        "changedAt", reader.words(changedAt),
        "link", link);
  }

  /** Only its kind: names stay out of logs. */
  @Override
  public String toString() {
    return "PasswordChangedModel[hidden]";
  }
}
