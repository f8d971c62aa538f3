package dev.switchboard.notification.template;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Languages in which there are mails (J1). */
public enum MailLanguage {
  EN(
      "EEEE, MMMM d, yyyy, h:mm a",
      "MMMM d, yyyy",
      Locale.US,
      "on",
      "Unknown device",
      "Unknown browser"),
  ES(
      "EEEE d 'de' MMMM 'de' yyyy, H:mm",
      "d 'de' MMMM 'de' yyyy",
      Locale.of("es"),
      "en",
      "Dispositivo desconocido",
      "Navegador desconocido"),
  FR(
      "EEEE d MMMM yyyy 'à' H:mm",
      "d MMMM yyyy",
      Locale.FRENCH,
      "sur",
      "Appareil inconnu",
      "Navigateur inconnu");

  private static final String ON = " on ";

  private final DateTimeFormatter times;
  private final DateTimeFormatter days;
  private final Locale locale;
  private final String on;
  private final String unknownDevice;
  private final String unknownBrowser;

  /** Zones by their distance from UTC: the short names that Java knows are wrong in summer. */
  MailLanguage(
      String pattern,
      String days,
      Locale locale,
      String on,
      String unknownDevice,
      String unknownBrowser) {
    this.times =
        new DateTimeFormatterBuilder()
            .appendPattern(pattern)
            .appendLiteral(" UTC")
            .appendOffset("+H:mm", "")
            .toFormatter(locale);
    this.days = DateTimeFormatter.ofPattern(days, locale);
    this.locale = locale;
    this.on = on;
    this.unknownDevice = unknownDevice;
    this.unknownBrowser = unknownBrowser;
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
  String words(ZonedDateTime time) {
    return times.format(time);
  }

  /** A day in words; the first of a month is the "1er" in French. */
  String words(LocalDate day) {
    String words = days.format(day);
    return this == FR && day.getDayOfMonth() == 1 ? words.replaceFirst("^1 ", "1er ") : words;
  }

  /** An amount as people of this language write it. */
  String words(Money money) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(money.currency());
    format.setMinimumFractionDigits(Money.DIGITS);
    format.setMaximumFractionDigits(Money.DIGITS);
    return format.format(money.amount());
  }

  /** A device as the contract has it, such as {@code Firefox on Windows}, in this language. */
  String device(String english) {
    if (english.equals(EN.unknownDevice)) {
      return unknownDevice;
    }
    int at = english.indexOf(ON);
    return at < 0
        ? browser(english)
        : browser(english.substring(0, at)) + " " + on + " " + english.substring(at + ON.length());
  }

  private String browser(String english) {
    return english.equals(EN.unknownBrowser) ? unknownBrowser : english;
  }
}
