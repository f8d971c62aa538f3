package dev.switchboard.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/**
 * Counts the events that were committed, by type: what the business does, without saying whose it
 * is. A type that is told in the settings is counted from 0, so that already its first event is an
 * increase.
 */
final class WrittenEvents {
  private static final String NAME = "switchboard.events.written";

  private final MeterRegistry meters;

  WrittenEvents(MeterRegistry meters, List<String> types) {
    this.meters = meters;
    types.forEach(type -> meters.counter(NAME, "type", type));
  }

  void count(String type) {
    meters.counter(NAME, "type", type).increment();
  }
}
