package dev.switchboard.billing.seat;

/** What a transition of a seat returns: the new state and what happened. */
record Change<S>(S state, SeatEvent event) {}
