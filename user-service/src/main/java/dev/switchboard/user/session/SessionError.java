package dev.switchboard.user.session;

import dev.switchboard.platform.problem.ErrorCode;

/** Why nobody is signed in (A3). */
public enum SessionError implements ErrorCode {
  INVALID_CREDENTIALS("auth.invalid-credentials", 401, "E-mail or password is wrong"),
  TOO_MANY_ATTEMPTS("auth.too-many-attempts", 429, "Too many failed sign-ins"),
  LOCKED("auth.locked", 429, "Sign-in is locked for a while"),
  CODE_REQUIRED("auth.code-required", 401, "The second step is needed"),
  CODE_WRONG("auth.code-wrong", 401, "The code is wrong");

  private final String code;
  private final int status;
  private final String title;

  SessionError(String code, int status, String title) {
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
