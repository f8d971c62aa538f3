package dev.switchboard.user.credential;

import dev.switchboard.platform.problem.ErrorCode;

/** Why a password is refused (A5), or can't be checked now. */
public enum CredentialError implements ErrorCode {
  TOO_SHORT("password.too-short", 422, "The password is too short"),
  TOO_LONG("password.too-long", 422, "The password is too long"),
  TOO_COMMON("password.too-common", 422, "The password is too common"),
  PERSONAL("password.personal", 422, "The password is a name, e-mail or company"),
  WRONG("password.wrong", 422, "The present password is wrong"),
  SAME("password.same", 422, "The password is the present one"),
  BUSY("service.unavailable", 503, "A part of the service is down");

  private final String code;
  private final int status;
  private final String title;

  CredentialError(String code, int status, String title) {
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
