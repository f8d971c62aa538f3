package dev.switchboard.numbering.number;

import dev.switchboard.platform.problem.ErrorCode;

/** What can be wrong with what is asked of a number. */
public enum NumberError implements ErrorCode {
  IN_USE("number.in-use", 409, "The number is in use"),
  HELD("number.held", 409, "The number is held for a deleted user"),
  TAKEN("number.taken", 409, "The number is no longer available"),
  QUARANTINED("number.quarantined", 409, "The number was released"),
  NOT_QUARANTINED("number.not-quarantined", 409, "The number was not released"),
  NOT_USED("number.not-used", 409, "The number is in no use"),
  CHARGE_NOT_ACCEPTED("number.charge-not-accepted", 402, "The number costs extra"),
  PAST_DUE("number.past-due", 409, "The account has an unpaid statement"),
  LIMIT("number.limit", 429, "Too many numbers for one day"),
  MAIN_EXISTS("number.main-exists", 409, "The company has a main number"),
  OTHER_USER("number.other-user", 422, "The number is another user's"),
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
