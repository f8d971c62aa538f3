package dev.switchboard.billing.seat;

import dev.switchboard.platform.event.Actor;
import java.util.List;

/** What happened to a seat; the wire record adds the whole state. */
public sealed interface SeatEvent {

  /** Names of the properties that changed. */
  List<String> changed();

  /** Who did it. */
  Actor actor();

  /** The user has a slot. */
  record Occupied(Actor actor, List<String> changed) implements SeatEvent {}

  /** The user's slot is on another plan. */
  record Changed(Actor actor, List<String> changed) implements SeatEvent {}

  /** The user gets none. */
  record Refused(Actor actor, List<String> changed) implements SeatEvent {}

  /** The user has given his slot up. */
  record Vacated(Actor actor, List<String> changed) implements SeatEvent {}
}
