package dev.switchboard.user.user;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in canonical form: lower case, the domain in ASCII (RFC 5890). One address is
 * one user on the whole platform, whatever its case (C4).
 *
 * @param value such as {@code ana.lopez@example.com}
 */
public record Email(String value) {
  private static final int MAX_LENGTH = 254; // RFC 5321, 4.5.3.1.3
  private static final Pattern LOCAL =
      Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

  /** Never has a mailbox (RFC 2606). Addresses of erased users are there, and nobody else's. */
  private static final String NOWHERE = ".invalid";

  /** What IDNA 2003 maps away and IDNA 2008 does not: the two would send to different domains. */
  private static final Pattern AMBIGUOUS = Pattern.compile("[ßẞς\\x{200C}\\x{200D}]");

  /** The canonical form of what a person typed, or nothing when mail can't be sent to it. */
  public static Optional<Email> parse(String typed) {
    String text = typed.strip();
    int at = text.lastIndexOf('@');
    if (at < 1 || at > 64 || text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String local = lowerAscii(text.substring(0, at));
    return asciiDomain(text.substring(at + 1))
        .filter(domain -> LOCAL.matcher(local).matches())
        .map(domain -> new Email(local + "@" + domain))
        .filter(email -> email.value().length() <= MAX_LENGTH);
  }

  /** Only A to Z: the Kelvin sign, for one, would become another mailbox's k. */
  private static String lowerAscii(String text) {
    return text.chars()
        .map(c -> c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Optional<String> asciiDomain(String domain) {
    if (AMBIGUOUS.matcher(domain).find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT))
          .filter(ascii -> DOMAIN.matcher(ascii).matches() && !ascii.endsWith(NOWHERE));
    } catch (IllegalArgumentException notADomain) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
