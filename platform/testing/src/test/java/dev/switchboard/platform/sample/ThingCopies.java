package dev.switchboard.platform.sample;

import dev.switchboard.platform.event.IncomingEvent;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The consumer's side: a copy that only newer versions change, and a row for each effect. */
final class ThingCopies {
  private final JdbcClient jdbc;
  private final Faults faults;

  ThingCopies(JdbcClient jdbc, Faults faults) {
    this.jdbc = jdbc;
    this.faults = faults;
  }

  void copy(IncomingEvent<ThingV1> event) {
    ThingV1 thing = event.data();
    jdbc.sql("insert into effect (event_id, thing_id, version, trace_id) values (?, ?, ?, ?)")
        .params(event.id(), thing.thingId(), thing.version(), MDC.get("traceId"))
        .update();
    faults.check(thing.thingId());
    jdbc.sql(
            """
            insert into thing_copy as known (thing_id, version, name) values (?, ?, ?)
            on conflict (thing_id) do update set version = excluded.version, name = excluded.name
            where known.version < excluded.version
            """)
        .params(thing.thingId(), thing.version(), thing.name())
        .update();
  }

  /** A second effect of an event: it needs the first. */
  void rename(IncomingEvent<ThingNameV1> event) {
    faults.check(event.subject() + " renamed");
    jdbc.sql("update thing_copy set name = name || '!' || ? where thing_id = ?")
        .params(event.data().name(), event.subject())
        .update();
  }
}
