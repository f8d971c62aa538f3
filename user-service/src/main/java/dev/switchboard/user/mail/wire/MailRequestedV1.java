package dev.switchboard.user.mail.wire;

import java.util.Map;
import java.util.UUID;

/**
 * contracts/events/mail.requested.
 *
 * @param model what the template shows, by name
 * @param sealedToken the link's secret, sealed
 */
public record MailRequestedV1(
    UUID mailId,
    String template,
    Recipient to,
    String language,
    Map<String, Object> model,
    String sealedToken) {

  /** Who gets the mail. */
  public record Recipient(UUID userId, UUID accountId, String email, String name) {}
}
