package dev.switchboard.numbering.line;

/** What a transition of a line returns: the new state and what happened. */
record Change<S>(S state, LineEvent event) {}
