package dev.switchboard.notification.mail.wire;

import dev.switchboard.platform.event.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Data of {@code mail.queued}, {@code mail.sent} and {@code mail.failed}: the whole state of a mail
 * without its address and content.
 */
public record MailV1(
    UUID accountId,
    long version,
    List<String> changed,
    Actor actor,
    UUID mailId,
    UUID userId,
    String template,
    String state,
    int attempts,
    @Nullable String reason) {}
