package dev.switchboard.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderTest {

  @ParameterizedTest
  @DisplayName("J1 a language without mails falls back to English, a region to its language")
  @CsvSource({"en,EN", "en-GB,EN", "es-MX,ES", "fr-CA,FR", "de,EN", "tlh,EN"})
  void fallsBack(String tag, MailLanguage expected) {
    assertThat(Reader.of(tag, null).language()).isEqualTo(expected);
  }

  @ParameterizedTest
  @DisplayName("J1 times are told in the recipient's zone and words, in summer as in winter")
  @CsvSource(
      delimiter = '|',
      value = {
        "en|America/New_York|2026-11-02T14:45:00Z|Monday, November 2, 2026, 9:45 AM UTC-5",
        "en|America/New_York|2026-07-02T14:45:00Z|Thursday, July 2, 2026, 10:45 AM UTC-4",
        "es|America/New_York|2026-07-02T14:45:00Z|jueves 2 de julio de 2026, 10:45 UTC-4",
        "es|Europe/Madrid|2026-11-02T23:45:00Z|martes 3 de noviembre de 2026, 0:45 UTC+1",
        "fr|Asia/Kolkata|2026-11-02T14:45:00Z|lundi 2 novembre 2026 à 20:15 UTC+5:30",
        "fr|UTC|2026-11-02T14:45:00Z|lundi 2 novembre 2026 à 14:45 UTC",
        "fr|Europe/London|2026-11-02T14:45:00Z|lundi 2 novembre 2026 à 14:45 UTC"
      })
  void timesAreLocal(String tag, String zone, Instant time, String words) {
    assertThat(Reader.of(tag, zone).words(time)).isEqualTo(words);
  }

  @ParameterizedTest
  @DisplayName("J2 a time zone that is missing or unknown is no reason not to send: UTC")
  @CsvSource({",", "''", "Mars/Olympus", "'x\r\ny'"})
  void unknownZone(String zone) {
    assertThat(Reader.of("en", zone).words(Instant.parse("2026-11-02T14:45:00Z")))
        .isEqualTo("Monday, November 2, 2026, 2:45 PM UTC");
  }

  @ParameterizedTest
  @DisplayName("J1 money is told to the cent in the way of the language; spaces in it do not break")
  @CsvSource(
      delimiter = '|',
      value = {
        "en|1499|USD|$14.99",
        "en|-350|USD|-$3.50",
        "en|123456789|USD|$1,234,567.89",
        "en|5|EUR|€0.05",
        "es|1499|USD|14,99 US$",
        "es|123456789|EUR|1.234.567,89 €",
        "fr|-350|EUR|-3,50 €",
        "fr|1499|USD|14,99 $US",
        "en|9223372036854775807|USD|$92,233,720,368,547,758.07",
        "en|1499|JPY|¥14.99"
      })
  void money(String tag, long cents, Currency currency, String words) {
    String told = Reader.of(tag, null).words(new Money(cents, currency));

    assertThat(told).doesNotContain(" ");
    assertThat(told.replaceAll("[\\u00A0\\u202F]", " ")).isEqualTo(words);
  }

  @ParameterizedTest
  @DisplayName("J1 days are told in the way of the language")
  @CsvSource(
      delimiter = '|',
      value = {
        "en|2026-12-01|December 1, 2026",
        "es|2026-12-01|1 de diciembre de 2026",
        "fr|2026-12-01|1er décembre 2026",
        "fr|2026-12-11|11 décembre 2026"
      })
  void days(String tag, LocalDate day, String words) {
    assertThat(Reader.of(tag, null).words(day)).isEqualTo(words);
  }

  @ParameterizedTest
  @DisplayName(
      "E7 each reason of a failed payment has words of its own; an unknown one has general ones")
  @ValueSource(strings = {"en", "es", "fr"})
  void reasons(String tag) {
    Reader reader = Reader.of(tag, null);
    List<String> codes =
        List.of(
            "CARD_DECLINED",
            "INSUFFICIENT_FUNDS",
            "CARD_EXPIRED",
            "PROCESSING_ERROR",
            "NEEDS_ACTION",
            "ADDED_LATER");

    List<String> words = codes.stream().map(code -> reason(code, reader)).toList();

    assertThat(words).doesNotHaveDuplicates().allMatch(each -> each.endsWith("."));
    assertThat(reason("NO_CARD", reader)).isEqualTo(words.getLast());
  }

  private static String reason(String code, Reader reader) {
    return String.valueOf(
        TestModels.USUAL
            .paymentFailed(new MailedCard("Visa", "4242"), code, null)
            .facts(reader)
            .get("reason"));
  }

  @ParameterizedTest
  @DisplayName("J1 a device is told in the recipient's language; names stay what they are")
  @CsvSource({
    "en, Firefox on Windows, Firefox on Windows",
    "es, Firefox on Windows, Firefox en Windows",
    "fr, Samsung Internet on Android, Samsung Internet sur Android",
    "es, Unknown browser on Mac, Navegador desconocido en Mac",
    "fr, Unknown browser on Mac, Navigateur inconnu sur Mac",
    "es, Unknown device, Dispositivo desconocido",
    "fr, Unknown device, Appareil inconnu",
    "en, Unknown device, Unknown device",
    "fr, curl, curl",
    "es, ' on ', ' en '"
  })
  void devices(String tag, String device, String words) {
    assertThat(Reader.of(tag, null).device(device)).isEqualTo(words);
  }
}
