package dev.switchboard.notification.mail.wire;

import org.jspecify.annotations.Nullable;

/** Looks for required properties: JSON can leave out what a record says is there. */
final class Required {

  private Required() {}

  /** The first name whose value is null or an empty text, or null; names and values in turn. */
  static @Nullable String missing(@Nullable Object... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (value == null || value.equals("")) {
        return (String) namesAndValues[i];
      }
    }
    return null;
  }
}
