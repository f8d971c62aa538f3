package dev.switchboard.notification.template;

import dev.switchboard.notification.text.CleanText;
import java.time.Instant;
import java.util.Map;

/**
 * What the notice of a sign-in from an unknown device shows.
 *
 * @param firstName of the recipient
 * @param companyName his company
 * @param device browser and system in English words, such as {@code Firefox on Windows}
 * @param ipAddress where it came from
 * @param signedInAt when
 * @param link where to go when it was somebody else
 */
public record NewSignInModel(
    String firstName,
    String companyName,
    String device,
    String ipAddress,
    Instant signedInAt,
    String link)
    implements MailModel {

  public NewSignInModel {
    firstName = CleanText.name(firstName);
    companyName = CleanText.name(companyName);
    device = CleanText.name(device);
    ipAddress = CleanText.name(ipAddress);
  }

  @Override
  public String folder() {
    return "new-sign-in";
  }

  @Override
  public Map<String, String> facts(Reader reader) {
    return Map.of(
        "firstName", firstName,
        "companyName", companyName,
        "device", reader.device(device),
        "ipAddress", ipAddress,
        "signedInAt", reader.words(signedInAt),
        "link", link);
  }

  /** Only its kind: names and addresses stay out of logs. */
  @Override
  public String toString() {
    return "NewSignInModel[hidden]";
  }
}
