package dev.switchboard.user.passwordreset;

import dev.switchboard.platform.problem.ErrorCode;
import dev.switchboard.platform.problem.ProblemException;

/** Why a link does not let anybody set a password (D3). */
public enum PasswordResetError implements ErrorCode {
  UNKNOWN("password-reset.unknown", 404, "The link is not valid"),
  EXPIRED("password-reset.expired", 410, "The link has expired"),
  USED("password-reset.used", 409, "The link was already used"),
  SUPERSEDED("password-reset.superseded", 410, "The link was replaced by a newer one"),
  REVOKED("password-reset.revoked", 410, "The link is void");

  private final String code;
  private final int status;
  private final String title;

  PasswordResetError(String code, int status, String title) {
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
  ProblemException problem(String detail) {
    return new ProblemException(this, detail);
  }
}
