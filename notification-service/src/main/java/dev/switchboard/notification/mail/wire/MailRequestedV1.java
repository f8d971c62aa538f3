package dev.switchboard.notification.mail.wire;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Data of the command {@code mail.requested}; contracts/events/mail.requested describes it. */
public record MailRequestedV1(
    UUID mailId, String template, To to, String language, Model model, String sealedToken) {

  /** The recipient. */
  public record To(UUID userId, UUID accountId, String email, String name) {}

  /** What the template shows. */
  public record Model(
      String firstName, String inviterName, String companyName, Instant expiresAt) {}

  /** The name of a required property that is not there, or null. */
  public @Nullable String missing() {
    return firstNull(
        "mailId", mailId,
        "template", template,
        "to", to,
        "to.userId", to == null ? null : to.userId(),
        "to.accountId", to == null ? null : to.accountId(),
        "to.email", to == null ? null : to.email(),
        "to.name", to == null ? null : to.name(),
        "language", language,
        "model", model,
        "model.firstName", model == null ? null : model.firstName(),
        "model.inviterName", model == null ? null : model.inviterName(),
        "model.companyName", model == null ? null : model.companyName(),
        "model.expiresAt", model == null ? null : model.expiresAt(),
        "sealedToken", sealedToken);
  }

  private static @Nullable String firstNull(@Nullable Object... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] == null) {
        return (String) namesAndValues[i];
      }
    }
    return null;
  }
}
