package dev.switchboard.notification.transport;

import dev.switchboard.notification.text.CleanText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the mail server said.
 *
 * @param code SMTP reply code (RFC 5321), or 0 when there was none
 * @param text its text, or what went wrong without one; one line of at most 200 characters
 */
public record SmtpReply(int code, String text) {
  private static final int LONGEST = 200;

  /** A server that quotes the mail's link must not get its secret into our tables (I16). */
  private static final Pattern LINK_SECRET = Pattern.compile("#[A-Za-z0-9._~-]{16,}");

  public SmtpReply {
    text =
        CleanText.cut(LINK_SECRET.matcher(CleanText.line(text)).replaceAll("#(hidden)"), LONGEST);
  }

  static SmtpReply of(int code, @Nullable String text) {
    return new SmtpReply(Math.max(code, 0), text == null ? "" : text);
  }
}
