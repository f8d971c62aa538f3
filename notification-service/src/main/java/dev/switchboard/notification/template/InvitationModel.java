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
  /** Name of the template. */
  public static final String TEMPLATE = "invitation";

  public InvitationModel {
    firstName = CleanText.name(firstName);
    inviterName = CleanText.name(inviterName);
    companyName = CleanText.name(companyName);
  }

  @Override
  public String template() {
    return TEMPLATE;
  }

  @Override
  public Map<String, String> names() {
    return Map.of("firstName", firstName, "inviterName", inviterName, "companyName", companyName);
  }

  @Override
  public Map<String, String> facts(MailLanguage language) {
    return Map.of("expiresAt", language.words(expiresAt), "link", link);
  }

  /** Only its kind: names and the link stay out of logs (I16). */
  @Override
  public String toString() {
    return "InvitationModel[hidden]";
  }
}
