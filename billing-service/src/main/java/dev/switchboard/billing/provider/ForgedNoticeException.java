package dev.switchboard.billing.provider;

/** A notice whose signature is missing, wrong or too old. */
public class ForgedNoticeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ForgedNoticeException(String message) {
    super(message);
  }
}
