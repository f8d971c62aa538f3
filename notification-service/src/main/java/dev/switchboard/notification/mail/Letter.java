package dev.switchboard.notification.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a mail is: it never changes after the mail was asked for, but it can be erased.
 *
 * @param accountId account of the recipient
 * @param userId the recipient
 * @param email address to send to
 * @param name full name of the recipient
 * @param template name of the template
 * @param language BCP 47 tag as asked for
 * @param timeZone IANA name; null when times are told in UTC
 * @param model what the template shows, as JSON; no secret
 * @param traceParent W3C trace context of the command, if it had one
 */
record Letter(
    UUID accountId,
    UUID userId,
    String email,
    String name,
    String template,
    String language,
    @Nullable String timeZone,
    String model,
    @Nullable String traceParent) {
  static final String ERASED_NAME = "Deleted user";

  /** What stands in place of an erased address; no mail can be sent to it (RFC 2606). */
  static String erasedEmail(UUID userId) {
    return userId + "@erased.invalid";
  }

  /** The same without anything that tells who the recipient was (D6). */
  Letter erased() {
    return new Letter(
        accountId,
        userId,
        erasedEmail(userId),
        ERASED_NAME,
        template,
        language,
        null,
        "{}",
        traceParent);
  }

  /** Only ids: addresses and names stay out of logs. */
  @Override
  public String toString() {
    return "Letter[" + template + " to " + userId + "]";
  }
}
