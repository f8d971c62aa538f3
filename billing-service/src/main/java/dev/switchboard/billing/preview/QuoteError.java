package dev.switchboard.billing.preview;

import dev.switchboard.platform.problem.ErrorCode;

/** What can be wrong with what a quote is asked for. */
public enum QuoteError implements ErrorCode {
  USER_UNKNOWN("quote.user-unknown", 422, "There is no such user"),
  NUMBER_UNKNOWN("quote.number-unknown", 422, "The account has no such number");

  private final String code;
  private final int status;
  private final String title;

  QuoteError(String code, int status, String title) {
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
