package dev.switchboard.billing.seat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.seat.wire.UserV1;
import dev.switchboard.billing.testing.BillingTest;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.time.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Random invitations and withdrawals, in any order and repeated, by a printed seed. */
class RandomHistoryTest extends BillingTest {
  private static final int STEPS = 120;

  @Autowired private GiveSeat giveSeat;
  @Autowired private TakeSeatBack takeSeatBack;
  @Autowired private TransactionOperations transaction;

  @ParameterizedTest(name = "seed {0}")
  @DisplayName(
      "I4 one slot and one open interval per seat; intervals never overlap and have no gap")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void invariantsHold(long seed) {
    Account account = signUp(4, "BASIC");
    Random random = new Random(seed);
    List<UUID> users = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      if (users.isEmpty() || random.nextInt(10) < 4) {
        users.add(Ids.next());
      }
      step(account, users.get(random.nextInt(users.size())), random);
    }

    UUID id = account.id();
    assertThat(broken(ONE_SLOT_PER_SEAT, id)).as("seats and slots").isZero();
    assertThat(broken(ONE_OPEN_INTERVAL, id)).as("open intervals").isZero();
    assertThat(broken(OVERLAP, id)).as("overlaps").isZero();
    assertThat(broken(GAP, id)).as("gaps").isZero();
  }

  private static final String ONE_SLOT_PER_SEAT =
      """
      select count(*) from (select * from seat where account_id = ? and state = 'OCCUPIED') s
      full join (select * from plan_slot where account_id = ? and state = 'OCCUPIED') p
        on s.slot_id = p.slot_id and s.user_id = p.user_id and s.plan = p.plan
      where s.slot_id is null or p.slot_id is null
      """;
  private static final String ONE_OPEN_INTERVAL =
      """
      select count(*) from plan_slot p where p.account_id = ? and p.account_id = ?
      and (select count(*) from charge_interval c where c.slot_id = p.slot_id and c.ended_at is null)
        <> case when p.state = 'REMOVED' then 0 else 1 end
      """;
  private static final String OVERLAP =
      """
      select count(*) from charge_interval a join charge_interval b
      on a.slot_id = b.slot_id and a.interval_id < b.interval_id
      and tstzrange(a.started_at, a.ended_at) && tstzrange(b.started_at, b.ended_at)
      where a.account_id = ? and b.account_id = ?
      """;

  /** A seat is held over all of its time by an interval of its slot. */
  private static final String GAP =
      """
      select count(*) from seat s where s.account_id = ? and s.account_id = ? and s.state = 'OCCUPIED'
      and not exists (select 1 from charge_interval c where c.slot_id = s.slot_id
        and c.started_at <= s.since and c.ended_at is null and c.plan = s.plan and c.origin = s.origin)
      """;

  private long broken(String sql, UUID account) {
    return count(sql, account, account);
  }

  private void step(Account account, UUID user, Random random) {
    boolean invited = random.nextInt(10) < 6;
    UUID wanted =
        random.nextBoolean()
            ? account.openSlots().get(random.nextInt(account.openSlots().size()))
            : null;
    UserV1 data =
        new UserV1(
            account.id(),
            invited ? 1 : 2,
            Actor.system(),
            user,
            new UserV1.SeatRequestV1(
                random.nextInt(4) == 0 ? Plan.PRO : Plan.BASIC, wanted, random.nextBoolean()),
            null);
    IncomingEvent<UserV1> event =
        new IncomingEvent<>(
            Ids.next(),
            invited ? "user.invited" : "user.withdrawn",
            user.toString(),
            Instant.EPOCH,
            account.id(),
            data);
    Tenancy.as(
        account.id(),
        () ->
            transaction.executeWithoutResult(status -> {
              if (invited) {
                giveSeat.on(event);
              } else {
                takeSeatBack.on(event);
              }
            }));
  }
}
