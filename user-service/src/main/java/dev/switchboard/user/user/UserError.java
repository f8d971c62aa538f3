package dev.switchboard.user.user;

import dev.switchboard.platform.problem.ErrorCode;
import dev.switchboard.platform.problem.ProblemException;

/** Errors about users. */
public enum UserError implements ErrorCode {
  EMAIL_TAKEN("user.email-taken", 409, "The e-mail address is in use"),
  NOT_INVITED("user.not-invited", 409, "The user has already joined"),
  NOT_JOINED("user.not-joined", 409, "The user has not yet joined"),
  STATE_CONFLICT("user.state-conflict", 409, "The user's state does not allow this"),
  SELF("user.self", 409, "You can't do this to yourself"),
  LAST_ADMIN("user.last-admin", 409, "This is the last admin"),
  DELETED("user.deleted", 409, "The address belongs to a deleted user"),
  RESTORE_EXPIRED("user.restore-expired", 410, "The time for undoing is over"),
  EMAIL_FIXED("user.email-fixed", 409, "The address can't be changed any more"),
  MOBILE_INVALID("user.mobile-invalid", 422, "The mobile number is not valid");

  private final String code;
  private final int status;
  private final String title;

  UserError(String code, int status, String title) {
    this.code = code;
    this.status = status;
    this.title = title;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }

  /** This error with a sentence for people. */
  public ProblemException problem(String detail) {
    return new ProblemException(this, detail);
  }
}
