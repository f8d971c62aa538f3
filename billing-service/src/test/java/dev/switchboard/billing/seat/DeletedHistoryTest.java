package dev.switchboard.billing.seat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.seat.wire.UserV1;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.time.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Random lives of users who are deleted and restored, again and again: their events in any order
 * and repeated, four at a time, with times that do not fit. The latest version counts.
 */
class DeletedHistoryTest extends DeletedSeatTest {
  private static final int USERS = 20;
  private static final int WRITERS = 4;
  private static final List<String> LIFE =
      List.of("user.invited", "user.deleted", "user.restored", "user.deleted", "user.restored");

  @Autowired private GiveSeat giveSeat;
  @Autowired private VacateSeat vacateSeat;
  @Autowired private RestoreSeat restoreSeat;
  @Autowired private TransactionOperations transaction;

  @ParameterizedTest(name = "seed {0}")
  @DisplayName("D6 I4 one slot and one open interval per seat, none for the deleted, no overlaps")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void invariantsHold(long seed) throws Exception {
    Account account = signUp(6, "BASIC");
    Random random = new Random(seed);
    List<Runnable> steps = new ArrayList<>();
    Map<UUID, String> last = new HashMap<>();
    for (int i = 0; i < USERS; i++) {
      UUID each = Ids.next();
      int length = 1 + random.nextInt(LIFE.size());
      for (int index = 0; index < length; index++) {
        IncomingEvent<UserV1> event = event(account, each, index, random);
        steps.addAll(Collections.nCopies(1 + random.nextInt(2), () -> take(account, event)));
      }
      last.put(each, LIFE.get(length - 1));
    }
    Collections.shuffle(steps, random);

    run(steps);

    last.forEach((each, type) -> {
      List<String> allowed =
          type.equals("user.deleted")
              ? List.of("VACATED", "REFUSED")
              : List.of("OCCUPIED", "REFUSED");
      assertThat(allowed).as(type).contains(stateOfSeat(each));
    });
    UUID id = account.id();
    assertThat(count(ONE_SLOT_PER_SEAT, id, id)).as("seats and slots").isZero();
    assertThat(count(ONE_OPEN_INTERVAL, id)).as("open intervals").isZero();
    assertThat(count(OVERLAP, id)).as("overlaps").isZero();
    assertThat(count(GAP, id)).as("gaps").isZero();
    assertThat(count(WAITING_SLOTS, id)).as("removed slots that wait for their users").isZero();
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
      select count(*) from plan_slot p where p.account_id = ?
      and (select count(*) from charge_interval c where c.slot_id = p.slot_id and c.ended_at is null)
        <> case when p.state = 'REMOVED' then 0 else 1 end
      """;
  private static final String OVERLAP =
      """
      select count(*) from charge_interval a join charge_interval b
      on a.slot_id = b.slot_id and a.interval_id < b.interval_id
      and tstzrange(a.started_at, a.ended_at) && tstzrange(b.started_at, b.ended_at)
      where a.account_id = ?
      """;

  /** A seat is held over all of its time by an interval of its slot. */
  private static final String GAP =
      """
      select count(*) from seat s where s.account_id = ? and s.state = 'OCCUPIED'
      and not exists (select 1 from charge_interval c where c.slot_id = s.slot_id
        and c.started_at <= s.since and c.ended_at is null and c.plan = s.plan and c.origin = s.origin)
      """;

  /** Only the slot of a deleted user waits for him, and only for one. */
  private static final String WAITING_SLOTS =
      """
      select count(*) from seat s left join plan_slot p using (account_id, slot_id)
      where account_id = ? and s.slot_removed and (p.state <> 'REMOVED'
        or (select count(*) from seat o where o.slot_id = s.slot_id and o.slot_removed) > 1)
      """;

  private String stateOfSeat(UUID each) {
    return database()
        .sql("select state from seat where user_id = ?")
        .param(each)
        .query(String.class)
        .single();
  }

  private static IncomingEvent<UserV1> event(Account account, UUID of, int index, Random random) {
    Instant at = now().plusSeconds(random.nextInt(600) - 300);
    UUID wanted =
        random.nextBoolean()
            ? account.openSlots().get(random.nextInt(account.openSlots().size()))
            : null;
    return new IncomingEvent<>(
        Ids.next(),
        LIFE.get(index),
        of.toString(),
        at,
        account.id(),
        new UserV1(
            account.id(),
            index + 1L,
            Actor.system(),
            of,
            new UserV1.SeatRequestV1(
                random.nextInt(4) == 0 ? Plan.PRO : Plan.BASIC, wanted, random.nextInt(3) > 0),
            new UserV1.DeletionV1(at, random.nextInt(3) == 0)));
  }

  /** Each writer takes every fourth step. */
  private static void run(List<Runnable> steps) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<?>> writers =
          IntStream.range(0, WRITERS)
              .<Future<?>>mapToObj(writer ->
                  threads.submit(() -> {
                    for (int i = writer; i < steps.size(); i += WRITERS) {
                      steps.get(i).run();
                    }
                  }))
              .toList();
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
  }

  private void take(Account account, IncomingEvent<UserV1> event) {
    Tenancy.as(
        account.id(),
        () ->
            transaction.executeWithoutResult(status -> {
              switch (event.type()) {
                case "user.invited" -> giveSeat.on(event);
                case "user.deleted" -> vacateSeat.on(event);
                default -> restoreSeat.on(event);
              }
            }));
  }
}
