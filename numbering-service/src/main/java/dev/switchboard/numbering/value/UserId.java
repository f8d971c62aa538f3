package dev.switchboard.numbering.value;

import java.util.UUID;

/** The id of a user, as user-service gives it. */
public record UserId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
