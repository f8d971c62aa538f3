package dev.switchboard.platform.inbox;

import dev.switchboard.platform.event.IncomingEvent;

/** The effect of one kind of event; runs in the transaction of its inbox row, for its account. */
@FunctionalInterface
public interface EventHandler<T> {

  /** Applies the event. An exception rolls everything back and the event is delivered again. */
  void handle(IncomingEvent<T> event);
}
