package dev.switchboard.notification.template;

import dev.switchboard.notification.text.CleanText;
import java.time.Instant;
import java.util.Map;

/**
 * What the invitation shows.
 *
 * @param firstName of the invited person
 * @param inviterName full name of who invited
 * @param companyName the company
 * @param expiresAt when the link ends
 * @param link the way in, with its secret
 */
public record InvitationModel(
    String firstName, String inviterName, String companyName, Instant expiresAt, String link)
    implements MailModel {

  public InvitationModel {
    firstName = CleanText.name(firstName);
    inviterName = CleanText.name(inviterName);
    companyName = CleanText.name(companyName);
  }

  @Override
  public String folder() {
    return "invitation";
  }

  @Override
  public Map<String, String> facts(Reader reader) {
    return Map.of(
        "firstName", firstName,
        "inviterName", inviterName,
        "companyName", companyName,
        "expiresAt", reader.words(expiresAt),
        "link", link);
  }

  /** Only its kind: names and the link stay out of logs (I16). */
  @Override
  public String toString() {
    return "InvitationModel[hidden]";
  }
}
