package dev.switchboard.local.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Properties;

/**
 * A received mail.
 *
 * @param to the envelope's recipient
 * @param at when it was received
 */
public record StoredMail(
    String to, String subject, String text, String html, String messageId, Instant at) {

  /** Reads a mail as it came over the wire; what can't be read is shown as it is. */
  static StoredMail parse(String to, byte[] content, Instant at) {
    try {
      MimeMessage message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(content));
      return new StoredMail(
          to,
          orEmpty(message.getSubject()),
          find(message, "text/plain"),
          find(message, "text/html"),
          orEmpty(message.getMessageID()),
          at);
    } catch (MessagingException | IOException unreadable) {
      return new StoredMail(
          to,
          "(unreadable mail)",
          new String(content, java.nio.charset.StandardCharsets.UTF_8),
          "",
          "",
          at);
    }
  }

  private static String find(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type) && part.getContent() instanceof String text) {
      return text;
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String found = find(parts.getBodyPart(i), type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }

  private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }
}
