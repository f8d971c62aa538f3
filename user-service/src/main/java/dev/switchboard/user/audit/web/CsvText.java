package dev.switchboard.user.audit.web;

import dev.switchboard.user.audit.AuditItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Entries as comma-separated values (RFC 4180) that spreadsheets open as they are: with a byte
 * order mark, and with no cell that they would take for a formula.
 */
final class CsvText {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String LINE_END = "\r\n";
  private static final Pattern FORMULA = Pattern.compile("[\\s\\p{Z}]*[=+@＝＋－＠-]|[\t\r\n]");

  private CsvText() {}

  /** What comes before the first entry. */
  static String header() {
    return BYTE_ORDER_MARK
        + line(
            List.of(
                "time",
                "actor type",
                "actor id",
                "actor",
                "action",
                "subject type",
                "subject id",
                "subject",
                "details",
                "IP address",
                "user agent"));
  }

  static String line(AuditItem item) {
    List<@Nullable String> cells = new ArrayList<>();
    cells.add(item.at().toString());
    cells.add(item.actor().type());
    cells.add(Objects.toString(item.actor().id(), null));
    cells.add(item.actor().name());
    cells.add(item.action());
    cells.add(item.subject().type());
    cells.add(item.subject().id());
    cells.add(item.subject().name());
    cells.add(details(item.details()));
    cells.add(item.ipAddress());
    cells.add(item.userAgent());
    return line(cells);
  }

  private static String details(Map<String, String> details) {
    return new TreeMap<>(details)
        .entrySet().stream()
            .map(detail -> detail.getKey() + ": " + detail.getValue())
            .collect(Collectors.joining("; "));
  }

  private static String line(List<? extends @Nullable String> cells) {
    return cells.stream()
        .map(cell -> cell == null ? "" : quote(guard(cell)))
        .collect(Collectors.joining(",", "", LINE_END));
  }

  /** An apostrophe in front makes it text; white space before it doesn't make it harmless. */
  private static String guard(String cell) {
    return FORMULA.matcher(cell).lookingAt() ? "'" + cell : cell;
  }

  private static String quote(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
