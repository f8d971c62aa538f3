package dev.switchboard.e2e.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * I16: no name, e-mail address or phone number in any log; people are told apart by ids there. The
 * log of PostgreSQL is the operator's, who decides how much of a failed statement it quotes.
 */
final class PersonalDataCheck implements Check {
  private static final String WITHOUT = "postgres.log";

  /** Who sends the mails is no person. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?!no-reply@)\\b[\\w.+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}\\b");

  private static final Pattern PHONE =
      Pattern.compile("(?<![\\w.:+-])\\+[1-9][0-9]{7,14}(?![0-9])");

  /** Shorter ones are parts of too many words. */
  private static final int SHORTEST_NAME = 5;

  private final Path logs;

  PersonalDataCheck(Path logs) {
    this.logs = logs;
  }

  @Override
  public void look(Evidence evidence, Findings findings) {
    Pattern names = names(evidence);
    try (Stream<Path> files = Files.list(logs)) {
      for (Path file : files.filter(each -> !each.endsWith(WITHOUT)).sorted().toList()) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
          lines
              .map(line ->
                  new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
              .flatMap(line -> personalIn(line, names).stream())
              .distinct()
              .forEach(found ->
                  findings.add("I16", "log %s shows %s".formatted(file.getFileName(), found)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> personalIn(String line, Pattern names) {
    return Stream.of(ADDRESS, PHONE, names)
        .flatMap(pattern -> pattern.matcher(line).results().map(MatchResult::group))
        .findFirst();
  }

  private static Pattern names(Evidence evidence) {
    return Pattern.compile(
        evidence.users().stream()
            .map(user -> user.text("last_name"))
            .filter(name -> name.length() >= SHORTEST_NAME)
            .distinct()
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "\\b(?:", "|nobody's name)\\b")));
  }
}
