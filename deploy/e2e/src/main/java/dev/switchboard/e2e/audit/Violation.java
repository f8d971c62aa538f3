package dev.switchboard.e2e.audit;

/**
 * Something that must never be.
 *
 * @param invariant its name in the quality document, such as I4
 * @param text one line that tells what is wrong, with the ids
 */
public record Violation(String invariant, String text) {

  @Override
  public String toString() {
    return invariant + ": " + text;
  }
}
