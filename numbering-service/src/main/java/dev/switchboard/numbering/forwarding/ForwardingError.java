package dev.switchboard.numbering.forwarding;

import dev.switchboard.platform.problem.ErrorCode;
import dev.switchboard.platform.problem.ProblemException;

/** Why calls can't be forwarded to a number (F5). */
public enum ForwardingError implements ErrorCode {
  FORMAT("forwarding.format", 422, "This is no phone number"),
  SEVERAL("forwarding.several", 422, "Only one number can be given"),
  DIALLING("forwarding.dialling", 422, "The number has more in it than a number"),
  SHORT_CODE("forwarding.short-code", 422, "Short codes can't be called from elsewhere"),
  EMERGENCY("forwarding.emergency", 422, "Emergency numbers can't be given"),
  PREMIUM("forwarding.premium", 422, "Numbers that cost extra can't be given"),
  SATELLITE("forwarding.satellite", 422, "Satellite and global networks can't be given"),
  NOT_IN_USE("forwarding.not-in-use", 422, "No such number can exist"),
  COUNTRY("forwarding.country", 422, "The company does not forward to this country"),
  OWN("forwarding.own", 422, "The number is one of the company's own"),
  LOOP("forwarding.loop", 422, "The calls would come back");

  private final String code;
  private final int status;
  private final String title;

  ForwardingError(String code, int status, String title) {
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

  /** This error of the field {@code number}, with a sentence for people. */
  public ProblemException problem(String detail) {
    return ProblemException.field(this, "/number", detail);
  }
}
