package dev.switchboard.user.user;

/** What a user may do in his account (A6). */
public enum Role {
  ADMIN,
  USER
}
