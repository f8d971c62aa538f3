package dev.switchboard.billing.number;

import dev.switchboard.billing.number.wire.NumberV1;
import dev.switchboard.billing.timeline.NumberTimeline;
import dev.switchboard.platform.event.IncomingEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** E2: keeps the timeline of numbers as numbering tells of them. */
@Component
public class TrackNumber {
  private final JdbcClient jdbc;
  private final NumberTimeline timeline;

  TrackNumber(JdbcClient jdbc, NumberTimeline timeline) {
    this.jdbc = jdbc;
    this.timeline = timeline;
  }

  /**
   * Something happened to a number. Twice, or older than what is known, has no effect; where the
   * number leads (F2) costs nothing and changes nothing.
   */
  public void on(IncomingEvent<NumberV1> event) {
    NumberV1 number = NumberV1.checked(event);
    if (!isNews(number)) {
      return;
    }
    NumberTimeline.Held now =
        number.isPriced()
            ? new NumberTimeline.Held(number.accountId(), number.use(), number.userId())
            : null;
    timeline.change(number.number(), number.accountId(), now, event.time());
  }

  /** The version outlives the interval, so that a late event can't bring one back. */
  private boolean isNews(NumberV1 number) {
    return jdbc.sql(
                """
                insert into number_version as n (number, version) values (?, ?)
                on conflict (number) do update set version = excluded.version
                where n.version < excluded.version
                """)
            .params(number.number(), number.version())
            .update()
        == 1;
  }
}
