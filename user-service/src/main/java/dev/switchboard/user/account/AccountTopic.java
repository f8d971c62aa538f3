package dev.switchboard.user.account;

/** Where accounts are told of. */
public final class AccountTopic {
  /** Its name. */
  public static final String NAME = "user.accounts.v1";

  private AccountTopic() {}
}
