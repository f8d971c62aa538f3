package dev.switchboard.billing.issued;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.statement.StatementLine;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands on a statement's lines, in the words of the console's Billing page. */
final class LineWords {
  private static final int CENT_DIGITS = 2;
  private static final int COUNTRY_CODE_WRITTEN_NATIONALLY = 1;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private final Map<UUID, String> userNames;
  private final NumberFormat money = NumberFormat.getCurrencyInstance(Locale.US);

  LineWords(String currency, Map<UUID, String> userNames) {
    this.userNames = userNames;
    money.setCurrency(Currency.getInstance(currency));
    money.setMinimumFractionDigits(CENT_DIGITS);
    money.setMaximumFractionDigits(CENT_DIGITS);
  }

  /** The cells of a line: what, days, quantity, price a month, amount. */
  List<String> cells(StatementLine line) {
    return List.of(
        what(line),
        days(line),
        Integer.toString(line.quantity()),
        money(line.unitPriceCents()),
        money(line.amountCents()));
  }

  /** Cents as people write them: 1499 USD → $14.99. */
  String money(long cents) {
    return money.format(BigDecimal.valueOf(cents, CENT_DIGITS));
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  private String what(StatementLine line) {
    String item =
        switch (line.item()) {
          case PLAN -> plan(Objects.requireNonNull(line.plan(), "plan"));
          case NUMBER -> number(line.number());
        };
    String what =
        switch (line.kind()) {
          case RECURRING, CHARGE -> item;
          case CREDIT -> "Credit: " + item;
        };
    return line.userId() == null
        ? what
        : what + " · " + userNames.getOrDefault(line.userId(), "deleted user");
  }

  private static String plan(Plan plan) {
    return switch (plan) {
      case BASIC -> "Basic";
      case PLUS -> "Plus";
      case PRO -> "Pro";
    };
  }

  private static String number(@Nullable String number) {
    if (number == null) {
      return "Additional numbers";
    }
    try {
      PhoneNumber parsed = NUMBERS.parse(number, null);
      return NUMBERS.format(
          parsed,
          parsed.getCountryCode() == COUNTRY_CODE_WRITTEN_NATIONALLY
              ? PhoneNumberFormat.NATIONAL
              : PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException e) {
      return number; // as it was charged: a document is no place to refuse it
    }
  }

  /** A whole month needs no counting. */
  private static String days(StatementLine line) {
    String span = day(line.from()) + " to " + day(line.to());
    return line.days() == line.periodDays()
        ? span
        : "%s: %d of %d days".formatted(span, line.days(), line.periodDays());
  }
}
