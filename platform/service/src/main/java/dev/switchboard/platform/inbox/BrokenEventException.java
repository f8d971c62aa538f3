package dev.switchboard.platform.inbox;

/** A record that can't be understood, now or later: it goes to the dead-letter topic at once. */
public final class BrokenEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with it, without its content. */
  public BrokenEventException(String message) {
    super(message);
  }

  /** What is wrong with it, without its content. */
  public BrokenEventException(String message, Throwable cause) {
    super(message, cause);
  }
}
