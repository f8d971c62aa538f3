package dev.switchboard.notification.template;

import dev.switchboard.notification.text.CleanText;
import java.time.Instant;
import java.util.Map;

/**
 * What the notice of two-step sign-in switched on or off shows.
 *
 * @param firstName of the recipient
 * @param companyName his company
 * @param isOn whether it is on now
 * @param changedAt when it was switched
 * @param link where to go when it was somebody else
 */
public record TwoStepChangedModel(
    String firstName, String companyName, boolean isOn, Instant changedAt, String link)
    implements MailModel {

  public TwoStepChangedModel {
    firstName = CleanText.name(firstName);
    companyName = CleanText.name(companyName);
  }

  @Override
  public String folder() {
    return isOn ? "two-step-changed/on" : "two-step-changed/off";
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
    return "TwoStepChangedModel[hidden]";
  }
}
