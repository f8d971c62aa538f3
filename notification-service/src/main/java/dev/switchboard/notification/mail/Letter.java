package dev.switchboard.notification.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a mail is: it never changes after the mail was asked for.
 *
 * @param accountId account of the recipient
 * @param userId the recipient
 * @param email address to send to
 * @param name full name of the recipient
 * @param template name of the template
 * @param language BCP 47 tag as asked for
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
    String model,
    @Nullable String traceParent) {}
