package dev.switchboard.notification.template;

import dev.switchboard.notification.text.CleanText;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the notice of changed call forwarding shows (F5).
 *
 * @param firstName of the recipient
 * @param companyName his company
 * @param number where his calls are forwarded to now, E.164; null when they are forwarded no longer
 * @param changedAt when it was changed
 * @param link where to go when it was somebody else
 */
public record ForwardingChangedModel(
    String firstName, String companyName, @Nullable String number, Instant changedAt, String link)
    implements MailModel {

  public ForwardingChangedModel {
    firstName = CleanText.name(firstName);
    companyName = CleanText.name(companyName);
    number = number == null ? null : CleanText.name(number);
  }

  @Override
  public String folder() {
    return number == null ? "forwarding-changed/off" : "forwarding-changed/on";
  }

  @Override
  public Map<String, String> facts(Reader reader) {
    return Map.of(
        "firstName", firstName,
        "companyName", companyName,
        "number", number == null ? "" : number,
        "changedAt", reader.words(changedAt),
        "link", link);
  }

  /** Only its kind: names and numbers stay out of logs. */
  @Override
  public String toString() {
    return "ForwardingChangedModel[hidden]";
  }
}
