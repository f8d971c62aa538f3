package dev.switchboard.notification.transport;

import dev.switchboard.notification.text.CleanText;
import java.time.Instant;
import java.util.UUID;

/**
 * A mail ready to be sent. Whatever it is made of, its name and subject are one clean line each, so
 * that no header can be injected (J2).
 *
 * @param id becomes the Message-ID, the same on every try
 * @param email address of the recipient
 * @param name of the recipient, shown beside the address
 * @param subject one line
 * @param html the HTML body
 * @param text the same for readers without HTML
 * @param date when it is handed over
 */
public record OutgoingMail(
    UUID id, String email, String name, String subject, String html, String text, Instant date) {

  public OutgoingMail {
    name = CleanText.name(name);
    subject = CleanText.line(subject);
  }

  /** Only the id: addresses, names and links stay out of logs. */
  @Override
  public String toString() {
    return "OutgoingMail[" + id + "]";
  }
}
