package dev.switchboard.billing.payment;

import dev.switchboard.platform.problem.ErrorCode;

/** Errors about payments. */
public enum PaymentError implements ErrorCode {
  NO_CARD("payment.no-card", 409, "There is no card to pay with"),
  IN_PROGRESS("payment.in-progress", 409, "The payment is being tried"),
  DECLINED("payment.declined", 402, "The card was declined"),
  PROVIDER_UNAVAILABLE("payment.provider-unavailable", 503, "The payment provider gives no answer"),
  NOTICE_FORGED("payment.notice-forged", 400, "The notice is not from the payment provider");

  private final String code;
  private final int status;
  private final String title;

  PaymentError(String code, int status, String title) {
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
