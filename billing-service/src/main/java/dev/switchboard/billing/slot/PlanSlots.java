package dev.switchboard.billing.slot;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes many slots at once. */
@Component
public class PlanSlots {
  private final JdbcClient jdbc;

  PlanSlots(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Inserts new slots of one account with one round trip, and returns them as stored. */
  public List<PlanSlot> insert(UUID accountId, List<PlanSlot> slots) {
    jdbc.sql(
            """
            insert into plan_slot (slot_id, account_id, plan, origin, state, user_id, version)
            select s, ?, p, o, t, u, 1 from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[])
              as x (s, p, o, t, u)
            """)
        .param(accountId)
        .param(slots.stream().map(PlanSlot::slotId).toArray(UUID[]::new))
        .param(slots.stream().map(slot -> slot.plan().name()).toArray(String[]::new))
        .param(slots.stream().map(slot -> slot.origin().name()).toArray(String[]::new))
        .param(slots.stream().map(slot -> slot.state().name()).toArray(String[]::new))
        .param(slots.stream().map(PlanSlot::userId).toArray(UUID[]::new))
        .update();
    return slots.stream().map(PlanSlot::stored).toList();
  }
}
