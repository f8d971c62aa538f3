package dev.switchboard.local;

/** The suite can't be started like this; the message is one line for the user. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
