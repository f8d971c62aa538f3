package dev.switchboard.notification.template;

/**
 * A mail's content. It may hold a link with its secret, so its text form hides it (I16).
 *
 * @param subject one line
 * @param html a whole HTML document
 * @param text the same as plain text
 */
public record RenderedMail(String subject, String html, String text) {

  @Override
  public String toString() {
    return "RenderedMail[hidden]";
  }
}
