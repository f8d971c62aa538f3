package dev.switchboard.platform.problem;

/** An error that clients can tell from others by its code; listed in contracts/problems.yaml. */
public interface ErrorCode {

  /** Such as {@code user.email-taken}. */
  String code();

  /** The HTTP status. */
  int status();

  /** One short sentence, the same for every occurrence. */
  String title();
}
