package dev.switchboard.e2e.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Collects what the checks find. */
final class Findings {
  private final List<Violation> violations = new ArrayList<>();

  void add(String invariant, String text) {
    violations.add(new Violation(invariant, text));
  }

  /** Adds a violation unless the condition holds. */
  void require(boolean holds, String invariant, String text) {
    if (!holds) {
      add(invariant, text);
    }
  }

  /** Adds a violation unless both are the same. */
  void same(Object expected, Object actual, String invariant, String what) {
    require(
        Objects.equals(expected, actual),
        invariant,
        "%s: expected %s, found %s".formatted(what, expected, actual));
  }

  List<Violation> violations() {
    return List.copyOf(violations);
  }
}
