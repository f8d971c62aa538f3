package dev.switchboard.billing.timeline;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.platform.time.Ids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who sat in which slot and on which plan. Intervals are added and ended, never changed. */
@Component
public class SeatTimeline {
  private final JdbcClient jdbc;
  private final ClosedTime closedTime;

  SeatTimeline(JdbcClient jdbc, ClosedTime closedTime) {
    this.jdbc = jdbc;
    this.closedTime = closedTime;
  }

  /** A user's place. */
  public record Place(UUID slotId, Plan plan) {}

  /**
   * From then on the user sits there.
   *
   * @param place null: nowhere
   */
  public void change(UUID accountId, UUID userId, @Nullable Place place, Instant at) {
    OffsetDateTime time = closedTime.notBefore(accountId, at).atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            update seat_interval set ended_at = greatest(?, started_at)
            where account_id = ? and user_id = ? and ended_at is null
            """)
        .params(time, accountId, userId)
        .update();
    if (place != null) {
      jdbc.sql(
              """
              insert into seat_interval (interval_id, account_id, user_id, slot_id, plan, started_at)
              values (?, ?, ?, ?, ?, ?)
              """)
          .params(Ids.next(), accountId, userId, place.slotId(), place.plan().name(), time)
          .update();
    }
  }
}
