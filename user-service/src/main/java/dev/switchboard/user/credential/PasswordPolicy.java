package dev.switchboard.user.credential;

import dev.switchboard.platform.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** A5: 12 to 128 characters, not a common one, not the name, e-mail or company. */
@Component
public class PasswordPolicy {
  private static final int SHORTEST_PERSONAL = 4;

  private final CredentialProperties properties;
  private final Set<String> common;

  PasswordPolicy(CredentialProperties properties) {
    this.properties = properties;
    this.common = readCommon();
  }

  /**
   * Refuses a bad password.
   *
   * @param pointer where the request has it
   * @param personal names, address and company of its owner
   * @throws ProblemException {@code password.*}
   */
  public void check(String password, String pointer, List<String> personal) {
    int length = password.codePointCount(0, password.length());
    if (length < properties.minLength()) {
      throw refuse(
          CredentialError.TOO_SHORT,
          pointer,
          "Use at least " + properties.minLength() + " characters.");
    }
    if (length > properties.maxLength()) {
      throw refuse(
          CredentialError.TOO_LONG,
          pointer,
          "Use at most " + properties.maxLength() + " characters.");
    }
    String plain = simplify(password);
    if (isCommon(plain)) {
      throw refuse(
          CredentialError.TOO_COMMON,
          pointer,
          "This is one of the passwords that are tried first.");
    }
    if (isPersonal(plain, personal)) {
      throw refuse(
          CredentialError.PERSONAL,
          pointer,
          "It is little more than your name, e-mail address or company.");
    }
  }

  /**
   * On the list, with or without digits at its end; one character or a short word repeated; a run.
   */
  private boolean isCommon(String plain) {
    String letters = plain.replaceAll("[0-9\\p{Punct}]+$", "");
    return common.contains(plain)
        || common.contains(letters)
        || isRepetition(plain)
        || isRun(plain);
  }

  private boolean isRepetition(String text) {
    for (int unit = 1; unit <= text.length() / 2; unit++) {
      String word = text.substring(0, unit);
      String repeated = word.repeat(text.length() / unit + 1).substring(0, text.length());
      if (repeated.equals(text) && (unit <= 4 || common.contains(word))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRun(String text) {
    if (text.length() < 2) {
      return true; // nothing but spaces around it
    }
    int step = text.charAt(1) - text.charAt(0);
    if (Math.abs(step) > 1) {
      return false;
    }
    for (int i = 2; i < text.length(); i++) {
      int next = text.charAt(i) - text.charAt(i - 1);
      boolean wraps = text.charAt(i - 1) == '9' && text.charAt(i) == '0';
      if (next != step && !wraps) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPersonal(String plain, List<String> personal) {
    Set<String> words =
        personal.stream()
            .flatMap(PasswordPolicy::withLocalPart)
            .map(PasswordPolicy::simplify)
            .filter(word -> word.length() >= SHORTEST_PERSONAL)
            .collect(Collectors.toSet());
    String rest = plain.replaceAll("[0-9\\p{Punct}\\s]+", "");
    return words.stream()
        .anyMatch(word -> {
          String letters = word.replaceAll("[0-9\\p{Punct}\\s]+", "");
          return plain.equals(word) || (!letters.isEmpty() && rest.equals(letters));
        });
  }

  /** Of an address also what stands before the at sign. */
  private static Stream<String> withLocalPart(String word) {
    int at = word.indexOf('@');
    return at < 0 ? Stream.of(word) : Stream.of(word, word.substring(0, at));
  }

  private static String simplify(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }

  private static Set<String> readCommon() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new ClassPathResource("common-passwords.txt").getInputStream(),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProblemException refuse(CredentialError error, String pointer, String detail) {
    return ProblemException.field(error, pointer, detail);
  }
}
