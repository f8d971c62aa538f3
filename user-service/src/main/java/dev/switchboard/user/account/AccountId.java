package dev.switchboard.user.account;

import java.util.UUID;

/** The id of an account (tenant). */
public record AccountId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
