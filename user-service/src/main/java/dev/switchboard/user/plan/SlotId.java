package dev.switchboard.user.plan;

import java.util.UUID;

/** The id of a plan slot. */
public record SlotId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
