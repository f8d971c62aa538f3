package dev.switchboard.user.mail;

import dev.switchboard.platform.problem.ErrorCode;

/** Why no mail is sent now (J). */
public enum MailError implements ErrorCode {
  LIMIT("mail.limit", 429, "Enough mails for now");

  private final String code;
  private final int status;
  private final String title;

  MailError(String code, int status, String title) {
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
