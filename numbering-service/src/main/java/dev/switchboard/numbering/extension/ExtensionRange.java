package dev.switchboard.numbering.extension;

/**
 * Codes that an account keeps for itself, both ends included.
 *
 * @param first lowest code
 * @param last highest code
 */
public record ExtensionRange(int first, int last) {

  boolean contains(int code) {
    return first <= code && code <= last;
  }

  boolean overlaps(ExtensionRange other) {
    return first <= other.last && other.first <= last;
  }
}
