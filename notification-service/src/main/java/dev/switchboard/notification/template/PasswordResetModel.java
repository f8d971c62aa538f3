package dev.switchboard.notification.template;

import dev.switchboard.notification.text.CleanText;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the mail with a link to a new password shows (D3).
 *
 * @param firstName of the recipient
 * @param companyName his company
 * @param requestedBy full name of the admin who asked for it; null when he did himself
 * @param expiresAt when the link ends
 * @param link the page for the new password, with its secret
 */
public record PasswordResetModel(
    String firstName,
    String companyName,
    @Nullable String requestedBy,
    Instant expiresAt,
    String link)
    implements MailModel {

  public PasswordResetModel {
    firstName = CleanText.name(firstName);
    companyName = CleanText.name(companyName);
    requestedBy = requestedBy == null ? null : CleanText.name(requestedBy);
  }

  @Override
  public String folder() {
    return requestedBy == null ? "password-reset/own" : "password-reset/by-admin";
  }

  @Override
  public Map<String, String> facts(Reader reader) {
    Map<String, String> facts = new HashMap<>();
    facts.put("firstName", firstName);
    facts.put("companyName", companyName);
    facts.put("expiresAt", reader.words(expiresAt));
    facts.put("link", link);
    if (requestedBy != null) {
      facts.put("requestedBy", requestedBy);
    }
    return Map.copyOf(facts);
  }

  /** Only its kind: names and the link stay out of logs (I16). */
  @Override
  public String toString() {
    return "PasswordResetModel[hidden]";
  }
}
