package dev.switchboard.user.invitation.wire;

import java.time.Instant;
import java.util.UUID;

/** contracts/events/mail.requested. */
public record MailRequestedV1(
    UUID mailId, String template, Recipient to, String language, Model model, String sealedToken) {

  /** Who gets the mail. */
  public record Recipient(UUID userId, UUID accountId, String email, String name) {}

  /** What the template shows. */
  public record Model(
      String firstName, String inviterName, String companyName, Instant expiresAt) {}
}
