package dev.switchboard.numbering.forwarding;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.platform.problem.ProblemException;
import java.text.Normalizer;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what was typed as the number that calls are forwarded to, and judges it by the numbering
 * plan of its country (F5). What is not refused has one canonical form, however it was written.
 */
public final class ForwardingRules {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final ShortNumberInfo SHORT_NUMBERS = ShortNumberInfo.getInstance();
  private static final int LONGEST = 40;
  private static final int SHORTEST_DIGITS = 7;

  /** Digits with the signs that people write between them; a plus sign in front. */
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9(][0-9 ().\\-/]*");

  private static final Pattern SEVERAL =
      Pattern.compile(
          "[0-9][^0-9]*([,;&|\\n]|\\b(and|or)\\b)\\s*\\+?[0-9(]{1,3}[0-9 ().\\-/]{5,}",
          Pattern.CASE_INSENSITIVE);

  /**
   * What a dial pad or a dialler has beyond digits: codes, pauses, waits, extensions, parameters.
   */
  private static final Pattern DIALLING =
      Pattern.compile("[*#,;xXpPwWtT=?&@]|\\bext\\b", Pattern.CASE_INSENSITIVE);

  /** Country codes of no country: satellites, global networks, international premium rate. */
  private static final Set<Integer> GLOBAL = Set.of(800, 808, 870, 878, 881, 882, 883, 888, 979);

  private static final Map<PhoneNumberType, String> EXPENSIVE =
      Map.of(
          PhoneNumberType.PREMIUM_RATE, "This is a premium-rate number.",
          PhoneNumberType.SHARED_COST, "Calls to this number cost extra.",
          PhoneNumberType.UAN, "Calls to this number may cost extra.",
          PhoneNumberType.PAGER, "A pager can't take calls.",
          PhoneNumberType.VOICEMAIL, "This is a voicemail service.");

  /** Area codes of the North American plan that cost extra without being told so by type. */
  private static final Set<String> EXPENSIVE_NORTH_AMERICAN = Set.of("900", "976");

  private ForwardingRules() {}

  /**
   * The number in its canonical form.
   *
   * @param typed what a person wrote: in international form, or as it is dialled in the company's
   *     region
   * @param region the company's, ISO 3166-1 alpha-2
   * @param allowed regions that the company forwards to
   * @throws ProblemException the {@code forwarding.…} problem that says why not
   */
  public static E164 read(String typed, String region, Set<String> allowed) {
    String text = plain(typed);
    requireOneNumber(text);
    requireNoShortNumber(digits(text), region);
    PhoneNumber number = parse(text, region);
    requireOrdinary(number);
    requireCountry(number, allowed);
    return new E164(NUMBERS.format(number, PhoneNumberFormat.E164));
  }

  /** The region of a number, or {@code ZZ} when it has none. */
  public static String regionOf(E164 number) {
    try {
      String region = NUMBERS.getRegionCodeForNumber(NUMBERS.parse(number.value(), null));
      return region == null ? "ZZ" : region;
    } catch (NumberParseException impossible) {
      return "ZZ";
    }
  }

  /**
   * Digits of all scripts as ASCII, no invisible characters, one kind of space; no {@code tel:}.
   */
  private static String plain(String typed) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .codePoints()
        .filter(point -> Character.getType(point) != Character.FORMAT)
        .forEach(point -> {
          if (Character.isDigit(point)) {
            plain.append(Character.digit(point, 10));
          } else if (Character.isSpaceChar(point) || point == '\t') {
            plain.append(' ');
          } else if (Character.getType(point) == Character.DASH_PUNCTUATION) {
            plain.append('-');
          } else {
            plain.appendCodePoint(point);
          }
        });
    String text = plain.toString().strip();
    return text.regionMatches(true, 0, "tel:", 0, 4) ? text.substring(4).strip() : text;
  }

  private static void requireOneNumber(String text) {
    if (text.isEmpty() || (text.length() > LONGEST && !SEVERAL.matcher(text).find())) {
      throw ForwardingError.FORMAT.problem("Type one phone number.");
    }
    if (SEVERAL.matcher(text).find() || text.indexOf('+', 1) > 0) {
      throw ForwardingError.SEVERAL.problem("Calls can be forwarded to one number only.");
    }
    if (DIALLING.matcher(text).find()) {
      throw ForwardingError.DIALLING.problem(
          "Leave out extensions, codes and pauses: only the number itself can be called.");
    }
    if (!NUMBER.matcher(text).matches()) {
      throw ForwardingError.FORMAT.problem(
          "Only digits, spaces and the signs + ( ) - . can be in a number.");
    }
  }

  private static void requireNoShortNumber(String digits, String region) {
    if (SHORT_NUMBERS.isEmergencyNumber(digits, region)
        || SHORT_NUMBERS.connectsToEmergencyNumber(digits, region)
        || Set.of("112", "911", "999", "000", "988", "933").contains(digits)) {
      throw ForwardingError.EMERGENCY.problem("Calls can't be forwarded to an emergency number.");
    }
    if (digits.length() < SHORTEST_DIGITS) {
      throw ForwardingError.SHORT_CODE.problem(
          "Short codes work on certain phones only. Type a whole number.");
    }
  }

  private static PhoneNumber parse(String text, String region) {
    try {
      PhoneNumber number = NUMBERS.parse(text, region);
      if (GLOBAL.contains(number.getCountryCode())) {
        throw ForwardingError.SATELLITE.problem(
            "Calls can't be forwarded to satellite phones and global networks.");
      }
      if (!NUMBERS.isValidNumber(number)) {
        throw ForwardingError.NOT_IN_USE.problem(
            "No such number can exist in that country. Check the digits.");
      }
      return number;
    } catch (NumberParseException notANumber) {
      throw ForwardingError.FORMAT.problem("This can't be read as a phone number.");
    }
  }

  private static void requireOrdinary(PhoneNumber number) {
    PhoneNumberType type = NUMBERS.getNumberType(number);
    String reason = EXPENSIVE.get(type);
    if (reason != null) {
      throw ForwardingError.PREMIUM.problem(reason);
    }
    String national = NUMBERS.getNationalSignificantNumber(number);
    if (number.getCountryCode() == 1
        && (EXPENSIVE_NORTH_AMERICAN.contains(national.substring(0, 3))
            || national.startsWith("976", 3))) {
      throw ForwardingError.PREMIUM.problem("This is a premium-rate number.");
    }
    if (SHORT_NUMBERS.isCarrierSpecific(number)) {
      throw ForwardingError.SHORT_CODE.problem("This number works with certain providers only.");
    }
  }

  private static void requireCountry(PhoneNumber number, Set<String> allowed) {
    String region = NUMBERS.getRegionCodeForNumber(number);
    if (region == null || !allowed.contains(region)) {
      throw ForwardingError.COUNTRY.problem(
          "Your company forwards to numbers of its own country only.");
    }
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }
}
