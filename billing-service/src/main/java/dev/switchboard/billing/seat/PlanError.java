package dev.switchboard.billing.seat;

import dev.switchboard.platform.problem.ErrorCode;

/** Why a user does not get another plan. */
public enum PlanError implements ErrorCode {
  CHARGE_NOT_ACCEPTED("plan.charge-not-accepted", 402, "The plan costs more"),
  PAST_DUE("plan.past-due", 409, "The account has an unpaid statement");

  private final String code;
  private final int status;
  private final String title;

  PlanError(String code, int status, String title) {
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
}
