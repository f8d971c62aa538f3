package dev.switchboard.user.mail.wire;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * contracts/events/mail.requested.
 *
 * @param model what the template shows, by name
 * @param sealedToken the link's secret, sealed; null for mails without a link
 */
public record MailRequestedV1(
    UUID mailId,
    String template,
    Recipient to,
    String language,
    Map<String, Object> model,
    @Nullable String sealedToken) {

  /**
   * Who gets the mail.
   *
   * @param timeZone IANA name, in which the mail tells times
   */
  public record Recipient(
      UUID userId, UUID accountId, String email, String name, String timeZone) {}
}
