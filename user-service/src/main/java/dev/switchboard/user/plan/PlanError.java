package dev.switchboard.user.plan;

import dev.switchboard.platform.problem.ErrorCode;

/** Errors about plans, slots and prices. */
public enum PlanError implements ErrorCode {
  CHARGE_NOT_ACCEPTED(
      "user.charge-not-accepted", 402, "This costs more and the charge was not accepted"),
  ACCOUNT_PAST_DUE("account.past-due", 409, "The account has an unpaid statement"),
  PRICES_UNAVAILABLE("price-list.unavailable", 503, "Prices are not known yet");

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
