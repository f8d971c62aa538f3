package dev.switchboard.numbering.number;

/** What a transition of a number returns: the new state and what happened. */
record Change<S>(S state, NumberEvent event) {}
