package dev.switchboard.user.profile;

import dev.switchboard.platform.problem.ErrorCode;

/** Why a voicemail PIN is refused. */
public enum ProfileError implements ErrorCode {
  PIN_FORMAT("pin.format", 422, "The PIN must have 6 to 10 digits"),
  PIN_REPETITION("pin.repetition", 422, "The PIN is a repetition"),
  PIN_RUN("pin.run", 422, "The PIN is a run of digits"),
  PIN_EXTENSION("pin.extension", 422, "The PIN is the extension");

  private final String code;
  private final int status;
  private final String title;

  ProfileError(String code, int status, String title) {
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
