package dev.switchboard.user.user;

import dev.switchboard.platform.event.Actor;
import java.util.List;

/** What happened to a user; the wire record adds the whole state. */
public sealed interface UserEvent {

  /** Names of the properties that changed. */
  List<String> changed();

  /** Who did it. */
  Actor actor();

  /** The first admin signed the company up (A1). */
  record SignedUp(Actor actor, List<String> changed) implements UserEvent {}

  /** An admin invited the user (C2). */
  record Invited(Actor actor, List<String> changed) implements UserEvent {}

  /** The user set a password by the mailed link. */
  record Joined(Actor actor, List<String> changed) implements UserEvent {}

  /** The invitation was taken back, because no seat was to be had. */
  record Withdrawn(Actor actor, List<String> changed) implements UserEvent {}

  /** Name, address, mobile number, language or time zone are others (D1, G1). */
  record Changed(Actor actor, List<String> changed) implements UserEvent {}

  /** The user may not sign in until further notice (D5). */
  record Suspended(Actor actor, List<String> changed) implements UserEvent {}

  /** The user may sign in again (D5). */
  record Reactivated(Actor actor, List<String> changed) implements UserEvent {}

  /** An admin deleted the user; it can be undone for a while (D6). */
  record Deleted(Actor actor, List<String> changed) implements UserEvent {}

  /** A deletion was undone (D6). */
  record Restored(Actor actor, List<String> changed) implements UserEvent {}

  /** The time for undoing is over, and who the user was is gone (D6). */
  record Erased(Actor actor, List<String> changed) implements UserEvent {}

  /** Support made the user an admin, or took that from him (A7, I1). */
  record RoleChanged(Actor actor, List<String> changed) implements UserEvent {}
}
