package dev.switchboard.platform.inbox;

/** An earlier event of the same key could not be handled: this one is kept until that one is. */
final class WaitsBehindDeadLetterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WaitsBehindDeadLetterException() {
    super("waits behind a dead letter of the same key");
  }

  static boolean isIn(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof WaitsBehindDeadLetterException) {
        return true;
      }
    }
    return false;
  }
}
