package dev.switchboard.notification.mail.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Data of the command {@code mail.requested}; contracts/events/mail.requested describes it.
 *
 * @param model what the template shows; one of {@link MailModelV1}, the template decides which
 * @param sealedToken the link's secret, sealed; null for mails without a link
 */
public record MailRequestedV1(
    UUID mailId,
    String template,
    To to,
    String language,
    JsonNode model,
    @Nullable String sealedToken) {

  /**
   * The recipient.
   *
   * @param timeZone IANA name; null when times are told in UTC
   */
  public record To(
      UUID userId, UUID accountId, String email, String name, @Nullable String timeZone) {}

  /** The name of a required property that is not there or empty, or null. */
  public @Nullable String missing() {
    return Required.missing(
        "mailId", mailId,
        "template", template,
        "to", to,
        "to.userId", to == null ? null : to.userId(),
        "to.accountId", to == null ? null : to.accountId(),
        "to.email", to == null ? null : to.email(),
        "to.name", to == null ? null : to.name(),
        "language", language,
        "model", model == null || model.isNull() ? null : model);
  }
}
