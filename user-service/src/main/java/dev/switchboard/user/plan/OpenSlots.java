package dev.switchboard.user.plan;

import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.plan.wire.SlotsV1;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The open slots of each account as billing lists them, and which of them an invitation has already
 * claimed here. A claim is never taken back by this service: it ends when billing's next list no
 * longer has the slot, so an older list that arrives late can't offer a slot twice.
 */
@Component
public class OpenSlots {
  private final JdbcClient jdbc;

  OpenSlots(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A slot that has just been bought at sign-up and is open. */
  public record Slot(SlotId slotId, Plan plan) {}

  /** Lists the slots of a new account before billing does, so that inviting works at once. */
  public void open(AccountId accountId, List<Slot> slots) {
    jdbc.sql("insert into account_standing (account_id, standing, version) values (?, 'ACTIVE', 0)")
        .param(accountId.value())
        .update();
    jdbc.sql(
            """
            insert into open_slot (account_id, slot_id, plan)
            select ?, slot_id, plan from unnest(?::uuid[], ?::text[]) as s (slot_id, plan)
            """)
        .param(accountId.value())
        .param(slots.stream().map(slot -> slot.slotId().value()).toArray(UUID[]::new))
        .param(slots.stream().map(slot -> slot.plan().name()).toArray(String[]::new))
        .update();
  }

  /**
   * Claims an open slot of the plan for a user who is being invited. Passes by slots that others
   * are about to claim; only when nothing else is left does it wait for them to finish.
   */
  public Optional<SlotId> claim(AccountId accountId, Plan plan, UUID userId) {
    jdbc.sql("savepoint before_claim").update();
    Optional<SlotId> free = claim(accountId, plan, userId, "for update skip locked");
    if (free.isPresent()) {
      return free;
    }
    // Passing by locks slots that others have claimed meanwhile. Whoever waited for another slot
    // while he held one of these could meet somebody who waits the other way round.
    jdbc.sql("rollback to savepoint before_claim").update();
    return claim(accountId, plan, userId, "for update");
  }

  /** The slot that the user has claimed, as long as billing has not said what became of it. */
  public Optional<SlotId> claimed(AccountId accountId, Plan plan, UUID userId) {
    return jdbc.sql(
            "select slot_id from open_slot where account_id = ? and plan = ? and claimed_by = ?")
        .params(accountId.value(), plan.name(), userId)
        .query((row, index) -> new SlotId(row.getObject(1, UUID.class)))
        .optional();
  }

  private Optional<SlotId> claim(AccountId accountId, Plan plan, UUID userId, String lock) {
    return jdbc.sql(
            """
            update open_slot set claimed_by = :user
            where account_id = :account and claimed_by is null and slot_id = (
              select slot_id from open_slot
              where account_id = :account and plan = :plan and claimed_by is null
              order by slot_id limit 1 %s)
            returning slot_id
            """
                .formatted(lock))
        .param("account", accountId.value())
        .param("plan", plan.name())
        .param("user", userId)
        .query((row, index) -> new SlotId(row.getObject(1, UUID.class)))
        .optional();
  }

  /** Whether the account may buy more (E7). */
  public boolean mayBuy(AccountId accountId) {
    return jdbc.sql("select 1 from account_standing where account_id = ? and standing = 'ACTIVE'")
        .param(accountId.value())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** Billing's new list of open slots of an account. */
  public void on(IncomingEvent<SlotsV1> event) {
    SlotsV1 slots = event.data();
    if (isNewer(slots)) {
      UUID[] ids = slots.openSlots().stream().map(SlotsV1.OpenSlot::slotId).toArray(UUID[]::new);
      String[] plans =
          slots.openSlots().stream().map(slot -> slot.plan().name()).toArray(String[]::new);
      jdbc.sql("delete from open_slot where account_id = ? and slot_id <> all (?::uuid[])")
          .param(slots.accountId())
          .param(ids)
          .update();
      jdbc.sql(
              """
              insert into open_slot (account_id, slot_id, plan)
              select ?, slot_id, plan from unnest(?::uuid[], ?::text[]) as s (slot_id, plan)
              on conflict (slot_id) do nothing
              """)
          .param(slots.accountId())
          .param(ids)
          .param(plans)
          .update();
    }
  }

  private boolean isNewer(SlotsV1 slots) {
    return jdbc.sql(
                """
                insert into account_standing as s (account_id, standing, version) values (?, ?, ?)
                on conflict (account_id) do update
                set standing = excluded.standing, version = excluded.version
                where s.version < excluded.version
                """)
            .params(slots.accountId(), slots.standing(), slots.version())
            .update()
        == 1;
  }
}
