package dev.switchboard.e2e.audit;

import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.client.Mailbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** I16: no password, PIN or secret of a link in any table, topic or log. */
final class SecretCheck implements Check {
  /** Of ids only, or of the migrations. */
  private static final Set<String> WITHOUT_TEXT = Set.of("inbox", "flyway_schema_history");

  private static final Pattern LINK_SECRET = Pattern.compile("#([\\w-]{43})\\b");
  private static final Pattern TOKEN = Pattern.compile("(?<![\\w-])[\\w-]{43}(?![\\w-])");
  private static final Pattern BYTES = Pattern.compile("\\\\x((?:[0-9a-f]{2})+)");
  private static final List<String> PHRASES =
      List.of(Company.PASSWORD, Company.OTHER_PASSWORD, Company.PIN);

  private final Databases databases;
  private final Path logs;

  SecretCheck(Databases databases, Path logs) {
    this.databases = databases;
    this.logs = logs;
  }

  @Override
  public void look(Evidence evidence, Findings findings) {
    Set<String> tokens = new HashSet<>();
    for (Mailbox.Mail mail : evidence.sent()) {
      LINK_SECRET.matcher(mail.text()).results().forEach(found -> tokens.add(found.group(1)));
    }
    Stream.concat(evidence.events().stream(), evidence.deadLetterRecords().stream())
        .forEach(event ->
            look(
                event.data().toString(),
                tokens,
                "event %s of %s".formatted(event.id(), event.topic()),
                findings));
    try {
      lookAtTables(tokens, findings);
      lookAtLogs(tokens, findings);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void lookAtTables(Set<String> tokens, Findings findings) throws SQLException {
    for (String database : Databases.ALL) {
      for (Row table :
          databases.query(
              database,
              "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")) {
        String name = table.text("name");
        if (WITHOUT_TEXT.contains(name)) {
          continue;
        }
        for (Row row :
            databases.query(database, "select t::text as row from %s t".formatted(name))) {
          look(row.text("row"), tokens, "table %s of %s".formatted(name, database), findings);
        }
      }
    }
  }

  private void lookAtLogs(Set<String> tokens, Findings findings) throws IOException {
    try (Stream<Path> files = Files.list(logs)) {
      for (Path file : files.toList()) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
          lines.forEach(line -> look(line, tokens, "log " + file.getFileName(), findings));
        }
      }
    }
  }

  /** Bytes are looked at as they are and as the text that they may be. */
  private static void look(String text, Set<String> tokens, String where, Findings findings) {
    secretIn(text, tokens)
        .or(() ->
            BYTES
                .matcher(text)
                .results()
                .map(bytes ->
                    new String(
                        HexFormat.of().parseHex(bytes.group(1)), StandardCharsets.ISO_8859_1))
                .flatMap(decoded -> secretIn(decoded, tokens).stream())
                .findFirst())
        .ifPresent(secret -> findings.add("I16", "%s shows %s".formatted(where, secret)));
  }

  private static Optional<String> secretIn(String text, Set<String> tokens) {
    return Stream.concat(
            PHRASES.stream().filter(text::contains),
            TOKEN.matcher(text).results().map(MatchResult::group).filter(tokens::contains))
        .findFirst();
  }
}
