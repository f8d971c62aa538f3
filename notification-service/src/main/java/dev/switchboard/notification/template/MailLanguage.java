package dev.switchboard.notification.template;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Languages in which there are mails (J1). */
public enum MailLanguage {
  EN("EEEE, MMMM d, yyyy, h:mm a 'UTC'", Locale.US),
  ES("EEEE d 'de' MMMM 'de' yyyy, H:mm 'UTC'", Locale.of("es")),
  FR("EEEE d MMMM yyyy 'à' H:mm 'UTC'", Locale.FRENCH);

  private final DateTimeFormatter times;

  MailLanguage(String pattern, Locale locale) {
    this.times = DateTimeFormatter.ofPattern(pattern, locale).withZone(ZoneOffset.UTC);
  }

  /** The language of a BCP 47 tag such as {@code es-MX}; English when there are no mails in it. */
  public static MailLanguage of(String tag) {
    String language = Locale.forLanguageTag(tag).getLanguage();
    for (MailLanguage each : values()) {
      if (each.tag().equals(language)) {
        return each;
      }
    }
    return EN;
  }

  /** BCP 47 tag, which is also the name of its template folders. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A time in words, with the day of the week. */
  String words(Instant time) {
    return times.format(time);
  }
}
