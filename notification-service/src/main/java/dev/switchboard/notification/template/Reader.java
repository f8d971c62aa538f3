package dev.switchboard.notification.template;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Who reads a mail.
 *
 * @param language in which
 * @param zone in which times are told
 */
public record Reader(MailLanguage language, ZoneId zone) {

  /**
   * A reader of this language, and of English when there are no mails in it.
   *
   * @param language BCP 47 tag
   * @param timeZone IANA name; UTC when it is missing or unknown here
   */
  public static Reader of(String language, @Nullable String timeZone) {
    return new Reader(MailLanguage.of(language), zone(timeZone));
  }

  String words(Instant time) {
    return language.words(time.atZone(zone));
  }

  String words(LocalDate day) {
    return language.words(day);
  }

  String words(Money money) {
    return language.words(money);
  }

  String device(String english) {
    return language.device(english);
  }

  /** Zones are added and renamed; a mail must not wait for our copy of them. */
  private static ZoneId zone(@Nullable String timeZone) {
    try {
      return timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }
}
