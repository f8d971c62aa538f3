package dev.switchboard.user.account;

import dev.switchboard.platform.problem.ErrorCode;

/** Errors about accounts. */
public enum AccountError implements ErrorCode {
  MAIN_NUMBER_TAKEN("account.main-number-taken", 409, "The main number is no longer available");

  private final String code;
  private final int status;
  private final String title;

  AccountError(String code, int status, String title) {
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
