package dev.switchboard.user.user;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/**
 * A mobile number of a person, for contact only, in E.164.
 *
 * @param value such as {@code +12125550187}
 */
public record Mobile(String value) {

  /**
   * The number that was typed in international form, or nothing when no such number can exist.
   * Whether it is a mobile one can't be told in countries that give both kinds from one range.
   */
  public static Optional<Mobile> parse(String typed) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = numbers.parse(typed, null);
      return numbers.isValidNumber(number) && !number.hasExtension()
          ? Optional.of(new Mobile(numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
