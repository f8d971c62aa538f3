package dev.switchboard.numbering.extension;

import dev.switchboard.platform.problem.ErrorCode;
import dev.switchboard.platform.problem.ProblemException;

/** Why an extension can't be had (F4). */
public enum ExtensionError implements ErrorCode {
  FORMAT("extension.format", 422, "The extension must have 3 to 6 digits"),
  RESERVED("extension.reserved", 422, "The extension is reserved"),
  TAKEN("extension.taken", 409, "The extension is in use"),
  HELD("extension.held", 409, "The extension of a deleted user is still held");

  private final String code;
  private final int status;
  private final String title;

  ExtensionError(String code, int status, String title) {
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

  /** This error of the field {@code extension}, with a sentence for people. */
  ProblemException problem(String detail) {
    return ProblemException.field(this, "/extension", detail);
  }
}
