package dev.switchboard.billing.slot;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Slots; each look takes the account, whose row the caller has locked. */
public interface PlanSlotRepository extends Repository<PlanSlot, UUID> {

  /** Inserts (version 0) or updates the version that was read. */
  PlanSlot save(PlanSlot slot);

  /** One slot of the account. */
  Optional<PlanSlot> findByAccountIdAndSlotId(UUID accountId, UUID slotId);

  /** All open slots, the oldest first: ids are UUIDv7. */
  @Query(
      "select * from plan_slot where account_id = :accountId and state = 'OPEN' order by slot_id")
  List<PlanSlot> findAllOpen(UUID accountId);
}
