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
}
