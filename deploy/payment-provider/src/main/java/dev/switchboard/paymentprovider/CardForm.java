package dev.switchboard.paymentprovider;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was entered at the card page.
 *
 * @param card the test card, or null when the number is none
 * @param expiry its last month, or null when it can't be read
 * @param problems what is wrong, for people; empty when all is well
 */
record CardForm(@Nullable TestCard card, @Nullable YearMonth expiry, List<String> problems) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{12,19}");
  private static final Pattern EXPIRY = Pattern.compile("([0-9]{1,2}) ?/ ?(?:20)?([0-9]{2})");
  private static final Pattern CVC = Pattern.compile("[0-9]{3}");
  private static final int CENTURY = 2000;

  static CardForm read(ObjectNode form, YearMonth thisMonth) {
    List<String> problems = new ArrayList<>();
    Optional<TestCard> card = card(form.path("number").asString(""), problems);
    Optional<YearMonth> expiry = expiry(form.path("expiry").asString(""), thisMonth, problems);
    if (!CVC.matcher(form.path("cvc").asString("").strip()).matches()) {
      problems.add("The security code has three digits.");
    }
    return new CardForm(card.orElse(null), expiry.orElse(null), List.copyOf(problems));
  }

  private static Optional<TestCard> card(String entered, List<String> problems) {
    String digits = entered.replaceAll("[ -]", "");
    if (!NUMBER.matcher(digits).matches() || !hasRightCheckDigit(digits)) {
      problems.add("The card number is not right. Look at it again.");
      return Optional.empty();
    }
    Optional<TestCard> card = TestCard.withNumber(digits);
    if (card.isEmpty()) {
      problems.add("This is none of the test cards. Real cards must not be entered here.");
    }
    return card;
  }

  /** Luhn's check: ISO/IEC 7812-1, annex B. */
  static boolean hasRightCheckDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit : digit * 2;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  private static Optional<YearMonth> expiry(
      String entered, YearMonth thisMonth, List<String> problems) {
    Matcher expiry = EXPIRY.matcher(entered.strip());
    try {
      if (expiry.matches()) {
        YearMonth month =
            YearMonth.of(
                CENTURY + Integer.parseInt(expiry.group(2)), Integer.parseInt(expiry.group(1)));
        if (month.isBefore(thisMonth)) {
          problems.add("The card has expired.");
        }
        return Optional.of(month);
      }
    } catch (DateTimeException noSuchMonth) {
      problems.add("The month of the expiry is from 01 to 12.");
      return Optional.empty();
    }
    problems.add("The expiry is month and year, such as 08/30.");
    return Optional.empty();
  }
}
