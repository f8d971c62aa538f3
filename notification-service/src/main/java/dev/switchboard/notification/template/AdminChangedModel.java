package dev.switchboard.notification.template;

import dev.switchboard.notification.text.CleanText;
import java.time.Instant;
import java.util.Map;

/**
 * What both sides of a change of admin are shown (I1).
 *
 * @param firstName of the recipient
 * @param companyName his company
 * @param adminName full name of who is admin now
 * @param isAdmin whether the recipient is the one who is admin now, or one who was
 * @param changedAt when support changed it
 * @param link where to go
 */
public record AdminChangedModel(
    String firstName,
    String companyName,
    String adminName,
    boolean isAdmin,
    Instant changedAt,
    String link)
    implements MailModel {

  public AdminChangedModel {
    firstName = CleanText.name(firstName);
    companyName = CleanText.name(companyName);
    adminName = CleanText.name(adminName);
  }

  @Override
  public String folder() {
    return isAdmin ? "admin-changed/gained" : "admin-changed/lost";
  }

  @Override
  public Map<String, String> facts(Reader reader) {
    return Map.of(
        "firstName", firstName,
        "companyName", companyName,
        "adminName", adminName,
        "changedAt", reader.words(changedAt),
        "link", link);
  }

  /** Only its kind: names stay out of logs. */
  @Override
  public String toString() {
    return "AdminChangedModel[hidden]";
  }
}
