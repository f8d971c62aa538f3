package dev.switchboard.numbering.value;

import java.util.UUID;

/** The id of an account (tenant), as user-service gives it. */
public record AccountId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
