package dev.switchboard.notification.template;

import java.util.regex.Pattern;

/**
 * The secret of a link, only ever in memory: its text form hides it (I16).
 *
 * @param value characters that need no encoding in a URL
 */
public record LinkToken(String value) {
  private static final Pattern URL_SAFE = Pattern.compile("[A-Za-z0-9._~-]{16,512}");

  public LinkToken {
    if (!URL_SAFE.matcher(value).matches()) {
      throw new IllegalArgumentException("not the secret of a link");
    }
  }

  @Override
  public String toString() {
    return "LinkToken[hidden]";
  }
}
