package dev.switchboard.billing.seat;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Seats; each look takes the account, whose row the caller has locked. */
interface SeatRepository extends Repository<Seat, UUID> {

  Seat save(Seat seat);

  Optional<Seat> findByAccountIdAndUserId(UUID accountId, UUID userId);
}
