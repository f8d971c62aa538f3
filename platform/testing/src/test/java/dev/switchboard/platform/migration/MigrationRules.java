package dev.switchboard.platform.migration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a migration may do while the version before is still running (docs/operations/upgrades.md).
 * Tables that the same file makes are its own business.
 */
final class MigrationRules {
  private static final Pattern CONTRACT =
      Pattern.compile("(?m)^\\s*-- contract: unused since (\\S+)\\s*$");
  private static final Pattern BODY = Pattern.compile("(?s)\\$(\\w*)\\$.*?\\$\\1\\$");
  private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern COMMENT = Pattern.compile("(?s)--[^\\n]*|/\\*.*?\\*/");
  private static final Pattern CREATE_TABLE =
      Pattern.compile("^create (?:unlogged )?table (?:if not exists )?([\\w.\"]+)");
  private static final Pattern ALTER_TABLE =
      Pattern.compile("^alter table (?:if exists )?(?:only )?([\\w.\"]+) (.*)$");
  private static final Pattern UNIQUE_INDEX =
      Pattern.compile("^create unique index .*?\\bon (?:only )?([\\w.\"]+).*$");
  private static final Pattern DROP =
      Pattern.compile(
          "^drop (table|view|materialized view|function|procedure|type|schema|sequence)\\b.*$");
  private static final Pattern DROP_COLUMN =
      Pattern.compile("^drop (?!constraint\\b)(?:column )?(?:if exists )?([\\w\"]+).*$");
  private static final Pattern ADD_COLUMN =
      Pattern.compile(
          "^add (?!constraint\\b|check\\b|unique\\b|primary\\b|foreign\\b|exclude\\b).*$");
  private static final Pattern ADD_CONSTRAINT =
      Pattern.compile("^add (constraint|check|unique|primary|foreign|exclude)\\b.*$");
  private static final Pattern HAS_VALUE =
      Pattern.compile("\\b(default|generated|serial|bigserial|smallserial)\\b");

  private final Set<String> releases;

  /**
   * @param releases that are out: the code of none of them may be broken
   */
  MigrationRules(Set<String> releases) {
    this.releases = Set.copyOf(releases);
  }

  /** What is wrong with a migration, one line each. */
  List<String> broken(String sql) {
    List<String> found = new ArrayList<>();
    boolean contracts = contracts(sql, found);
    List<String> statements = statements(sql);
    Set<String> own = new HashSet<>();
    for (String statement : statements) {
      Matcher created = CREATE_TABLE.matcher(statement);
      if (created.find()) {
        own.add(created.group(1));
      }
      Matcher altered = ALTER_TABLE.matcher(statement);
      Matcher unique = UNIQUE_INDEX.matcher(statement);
      if (altered.matches() && !own.contains(altered.group(1))) {
        actions(altered.group(2)).forEach(action -> look(action, contracts, found));
      } else if (unique.matches() && !own.contains(unique.group(1)) && !contracts) {
        found.add("the version before may write what is not unique: " + statement);
      } else if (DROP.matcher(statement).matches() && !contracts) {
        found.add("the version before may still use it: " + statement);
      } else if (statement.startsWith("alter") && statement.contains(" rename ")) {
        found.add("nothing is renamed while it is in use: " + statement);
      }
    }
    return found;
  }

  private static void look(String action, boolean contracts, List<String> found) {
    if (action.startsWith("rename ") && !action.startsWith("rename constraint")) {
      found.add("nothing is renamed while it is in use: " + action);
    } else if (action.matches("alter .* (set data )?type .*")) {
      found.add("a column keeps its type; add another one: " + action);
    } else if (DROP_COLUMN.matcher(action).matches() && !contracts) {
      found.add("the version before may still use it: " + action);
    } else if (action.matches("alter .* set not null") && !contracts) {
      found.add("the version before may still write null: " + action);
    } else if (ADD_CONSTRAINT.matcher(action).matches() && !contracts) {
      found.add("the version before may write what it forbids: " + action);
    } else if (ADD_COLUMN.matcher(action).matches()
        && action.contains("not null")
        && !HAS_VALUE.matcher(action).find()) {
      found.add("the version before does not write it; give it a default: " + action);
    }
  }

  /** Whether it says since which release nobody uses what it takes away. */
  private boolean contracts(String sql, List<String> found) {
    Matcher contract = CONTRACT.matcher(sql);
    boolean any = false;
    while (contract.find()) {
      any = true;
      if (!releases.contains(contract.group(1))) {
        found.add("release %s is not out yet".formatted(contract.group(1)));
      }
    }
    return any;
  }

  private static List<String> statements(String sql) {
    String withoutComments = COMMENT.matcher(sql).replaceAll(" ");
    String withoutTexts = TEXT.matcher(withoutComments).replaceAll("''");
    String plain = BODY.matcher(withoutTexts).replaceAll("''");
    return Arrays.stream(plain.split(";", -1))
        .map(statement -> statement.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT))
        .filter(statement -> !statement.isEmpty())
        .toList();
  }

  /** The parts of an ALTER TABLE, split at the commas outside parentheses. */
  private static List<String> actions(String all) {
    List<String> actions = new ArrayList<>();
    int depth = 0;
    int begin = 0;
    for (int i = 0; i < all.length(); i++) {
      char each = all.charAt(i);
      if (each == '(') {
        depth++;
      } else if (each == ')') {
        depth--;
      } else if (each == ',' && depth == 0) {
        actions.add(all.substring(begin, i).strip());
        begin = i + 1;
      }
    }
    actions.add(all.substring(begin).strip());
    return actions;
  }
}
