package dev.switchboard.billing.recipient.wire;

import java.util.Map;
import java.util.UUID;

/**
 * Data of the command {@code mail.requested}; contracts/events/mail.requested describes it.
 *
 * @param model what the template shows
 */
public record MailRequestedV1(
    UUID mailId, String template, To to, String language, Map<String, Object> model) {

  /**
   * The recipient.
   *
   * @param timeZone IANA name
   */
  public record To(UUID userId, UUID accountId, String email, String name, String timeZone) {}
}
