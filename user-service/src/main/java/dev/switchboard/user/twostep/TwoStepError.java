package dev.switchboard.user.twostep;

import dev.switchboard.platform.problem.ErrorCode;
import dev.switchboard.platform.problem.ProblemException;

/** Why two-step sign-in is not set up, used or switched off. */
public enum TwoStepError implements ErrorCode {
  NOT_ENROLLED("two-step.not-enrolled", 409, "Two-step sign-in is not being set up"),
  ALREADY_ON("two-step.already-on", 409, "Two-step sign-in is on"),
  OFF("two-step.off", 409, "Two-step sign-in is off"),
  CODE_WRONG("two-step.code-wrong", 422, "The code is wrong"),
  ENFORCED("two-step.enforced", 409, "The company requires two-step sign-in");

  private final String code;
  private final int status;
  private final String title;

  TwoStepError(String code, int status, String title) {
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
