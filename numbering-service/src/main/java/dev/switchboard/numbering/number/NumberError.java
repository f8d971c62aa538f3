package dev.switchboard.numbering.number;

import dev.switchboard.platform.problem.ErrorCode;

/** What can be wrong with what is asked of a number. */
public enum NumberError implements ErrorCode {
  IN_USE("number.in-use", 409, "The number is in use"),
  HELD("number.held", 409, "The number is held for a deleted user"),
  MAIN_EXISTS("number.main-exists", 409, "The company has a main number"),
  USER_UNKNOWN("number.user-unknown", 422, "There is no such user");

  private final String code;
  private final int status;
  private final String title;

  NumberError(String code, int status, String title) {
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
