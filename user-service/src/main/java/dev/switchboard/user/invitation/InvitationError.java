package dev.switchboard.user.invitation;

import dev.switchboard.platform.problem.ErrorCode;
import dev.switchboard.platform.problem.ProblemException;

/** Why a link does not open the door, or can't be sent again. */
public enum InvitationError implements ErrorCode {
  UNKNOWN("invitation.unknown", 404, "The link is not valid"),
  EXPIRED("invitation.expired", 410, "The link has expired"),
  USED("invitation.used", 409, "The link was already used"),
  SUPERSEDED("invitation.superseded", 410, "The link was replaced by a newer one"),
  REVOKED("invitation.revoked", 410, "The invitation was taken back"),
  RESEND_TOO_SOON("invitation.resend-too-soon", 429, "The invitation was sent a moment ago"),
  RESEND_LIMIT("invitation.resend-limit", 429, "The invitation was sent often enough for today");

  private final String code;
  private final int status;
  private final String title;

  InvitationError(String code, int status, String title) {
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
