package dev.switchboard.billing.seat;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.seat.wire.UserV1;
import dev.switchboard.billing.slot.PlanSlot;
import dev.switchboard.billing.timeline.SeatTimeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seats in PostgreSQL; each look takes the account, whose row the caller has locked. */
@Component
class SeatRepository {
  private final JdbcClient jdbc;
  private final SeatTimeline timeline;

  SeatRepository(JdbcClient jdbc, SeatTimeline timeline) {
    this.jdbc = jdbc;
    this.timeline = timeline;
  }

  /** Stores a new seat; false when the user has one or had one: the row is the guard (habit 4). */
  boolean insert(Seat seat) {
    boolean inserted =
        values(
                    """
                    insert into seat (user_id, account_id, state, plan, slot_id, origin, reason, since,
                      slot_removed, version, user_version, spare_consent)
                    values (:user, :account, :state, :plan, :slot, :origin, :reason, :since,
                      :slotRemoved, :version, :userVersion, :spareConsent)
                    on conflict (user_id) do nothing
                    """,
                    seat)
                .update()
            == 1;
    if (inserted && seat.state() == Seat.State.OCCUPIED) {
      keepInTimeline(seat);
    }
    return inserted;
  }

  private void keepInTimeline(Seat seat) {
    UUID slotId = seat.slotId();
    timeline.change(
        seat.accountId(),
        seat.userId(),
        seat.state() == Seat.State.OCCUPIED && slotId != null
            ? new SeatTimeline.Place(slotId, seat.plan())
            : null,
        seat.since());
  }

  /** Keeps the place of a user whose seat is over before it was given. */
  void insertNeverGiven(UserV1 user, Seat.Leaving why, Instant now) {
    UserV1.SeatRequestV1 request = user.seatRequest();
    Plan plan = request == null ? Plan.BASIC : request.plan();
    insert(Seat.neverGiven(user.accountId(), user.userId(), plan, why, now, user.version()));
  }

  Optional<Seat> find(UUID accountId, UUID userId) {
    return jdbc.sql("select * from seat where account_id = ? and user_id = ?")
        .params(accountId, userId)
        .query((row, index) -> read(row))
        .optional();
  }

  /** Stores the state after one transition. */
  void update(Seat seat) {
    int rows =
        values(
                """
                update seat set state = :state, plan = :plan, slot_id = :slot, origin = :origin, reason = :reason,
                  since = :since, slot_removed = :slotRemoved, version = :version, user_version = :userVersion,
                  spare_consent = :spareConsent
                where account_id = :account and user_id = :user and version = :version - 1
                """,
                seat)
            .update();
    if (rows != 1) {
      throw new OptimisticLockingFailureException("seat of " + seat.userId() + " has changed");
    }
    keepInTimeline(seat);
  }

  private JdbcClient.StatementSpec values(String sql, Seat seat) {
    PlanSlot.Origin origin = seat.origin();
    return jdbc.sql(sql)
        .param("user", seat.userId())
        .param("account", seat.accountId())
        .param("state", seat.state().name())
        .param("plan", seat.plan().name())
        .param("slot", seat.slotId(), Types.OTHER)
        .param("origin", origin == null ? null : origin.name())
        .param("reason", seat.reason())
        .param("since", seat.since().atOffset(ZoneOffset.UTC))
        .param("slotRemoved", seat.slotRemoved())
        .param("version", seat.version())
        .param("userVersion", seat.userVersion())
        .param("spareConsent", seat.spareConsent());
  }

  /** Remembers that this version of the user was seen; the seat itself stays as it is. */
  void noteUserVersion(UUID accountId, UUID userId, long userVersion) {
    jdbc.sql(
            "update seat set user_version = ? where account_id = ? and user_id = ? and user_version < ?")
        .params(userVersion, accountId, userId, userVersion)
        .update();
  }

  /**
   * Uses up one spare consent of those who sit in this slot, or did until they were deleted; false
   * when there is none.
   */
  boolean useSpareConsent(UUID accountId, UUID slotId) {
    return jdbc.sql(
                """
                update seat set spare_consent = false where account_id = ? and user_id =
                  (select user_id from seat where account_id = ? and slot_id = ? and spare_consent
                   order by user_id limit 1)
                """)
            .params(accountId, accountId, slotId)
            .update()
        == 1;
  }

  static Seat read(ResultSet row) throws SQLException {
    String origin = row.getString("origin");
    return new Seat(
        row.getObject("user_id", UUID.class),
        row.getObject("account_id", UUID.class),
        Seat.State.valueOf(row.getString("state")),
        Plan.valueOf(row.getString("plan")),
        row.getObject("slot_id", UUID.class),
        origin == null ? null : PlanSlot.Origin.valueOf(origin),
        row.getString("reason"),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getBoolean("slot_removed"),
        row.getBoolean("spare_consent"),
        row.getLong("version"),
        row.getLong("user_version"));
  }
}
