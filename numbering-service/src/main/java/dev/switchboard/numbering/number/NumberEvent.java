package dev.switchboard.numbering.number;

import dev.switchboard.platform.event.Actor;
import java.util.List;

/** What happened to a number; the wire record adds the whole state. */
public sealed interface NumberEvent {

  /** Names of the properties that changed. */
  List<String> changed();

  /** Who did it. */
  Actor actor();

  /** The account has it, new or taken back, and unused. */
  record Ordered(Actor actor, List<String> changed) implements NumberEvent {}

  /** It has a holder now. */
  record Assigned(Actor actor, List<String> changed) implements NumberEvent {}

  /** Calls to it go elsewhere. */
  record Changed(Actor actor, List<String> changed) implements NumberEvent {}

  /** It is in no use any more. */
  record Released(Actor actor, List<String> changed) implements NumberEvent {}
}
