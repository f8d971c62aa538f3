package dev.switchboard.numbering.line;

import dev.switchboard.platform.event.Actor;
import java.util.List;

/** What happened to a line; the wire record adds the whole state. */
public sealed interface LineEvent {

  /** Names of the properties that changed. */
  List<String> changed();

  /** Who did it. */
  Actor actor();

  /** The user can make and receive calls. */
  record Opened(Actor actor, List<String> changed) implements LineEvent {}

  /** Extension or numbers of an open line are others. */
  record Changed(Actor actor, List<String> changed) implements LineEvent {}

  /** The line is no more; told again when what is held of it changes. */
  record Closed(Actor actor, List<String> changed) implements LineEvent {}
}
