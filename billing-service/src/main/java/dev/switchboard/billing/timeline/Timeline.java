package dev.switchboard.billing.timeline;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.platform.time.Ids;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The account's history of priced things: an interval begins when a slot is bought and ends when it
 * is removed. Intervals are added and ended, never changed; at most one is open per slot.
 */
@Component
public class Timeline {
  private final JdbcClient jdbc;
  private final ClosedTime closedTime;

  Timeline(JdbcClient jdbc, ClosedTime closedTime) {
    this.jdbc = jdbc;
    this.closedTime = closedTime;
  }

  /** A slot that is paid from now on. */
  public record Priced(UUID slotId, Plan plan, String origin) {}

  /** Begins one interval per slot. */
  public void begin(UUID accountId, Collection<Priced> things, Instant from) {
    jdbc.sql(
            """
            insert into charge_interval (interval_id, account_id, slot_id, plan, origin, started_at)
            select i, ?, s, p, o, ? from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[]) as t (i, s, p, o)
            """)
        .param(accountId)
        .param(closedTime.notBefore(accountId, from).atOffset(ZoneOffset.UTC))
        .param(things.stream().map(thing -> Ids.next()).toArray(UUID[]::new))
        .param(things.stream().map(Priced::slotId).toArray(UUID[]::new))
        .param(things.stream().map(thing -> thing.plan().name()).toArray(String[]::new))
        .param(things.stream().map(Priced::origin).toArray(String[]::new))
        .update();
  }

  /** Ends the open interval of a slot. */
  public void end(UUID accountId, UUID slotId, Instant at) {
    int ended =
        jdbc.sql(
                """
                update charge_interval set ended_at = greatest(?, started_at)
                where account_id = ? and slot_id = ? and ended_at is null
                """)
            .params(closedTime.notBefore(accountId, at).atOffset(ZoneOffset.UTC), accountId, slotId)
            .update();
    if (ended != 1) {
      throw new IllegalStateException("slot " + slotId + " has no open interval");
    }
  }
}
