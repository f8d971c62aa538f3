package dev.switchboard.user.user;

/** States of a user. */
public enum UserState {
  /** Has not yet joined. */
  INVITED,
  ACTIVE,
  SUSPENDED,
  /** Restorable for a while (D6). */
  DELETED,
  /** The invitation was taken back, for good. */
  WITHDRAWN
}
