package dev.switchboard.numbering.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.line.wire.SeatV1;
import dev.switchboard.numbering.line.wire.UserV1;
import dev.switchboard.numbering.testing.NumberingTest;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.time.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/** Random invitations, withdrawals and refusals, in any order and repeated, eight at a time. */
class RandomHistoryTest extends NumberingTest {
  private static final int USERS = 24;
  private static final int WRITERS = 8;

  @Autowired private OpenLine openLine;
  @Autowired private CloseLine closeLine;
  @Autowired private TransactionOperations transaction;

  private final UUID account = Ids.next();

  private enum Step {
    INVITED,
    WITHDRAWN,
    REFUSED
  }

  @ParameterizedTest(name = "seed {0}")
  @DisplayName("I2 I3 one extension and bridge per open line, none for a closed one, no code lost")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void invariantsHold(long seed) {
    Random random = new Random(seed);
    List<Callable<Void>> steps = new ArrayList<>();
    List<UUID> staying = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      UUID user = Ids.next();
      steps.add(step(user, Step.INVITED));
      steps.add(step(user, Step.INVITED));
      if (random.nextBoolean()) {
        staying.add(user);
      } else {
        steps.add(step(user, random.nextBoolean() ? Step.WITHDRAWN : Step.REFUSED));
        steps.add(step(user, random.nextBoolean() ? Step.WITHDRAWN : Step.REFUSED));
      }
    }
    Collections.shuffle(steps, random);

    run(steps);

    assertThat(
            database()
                .sql("select user_id from line where account_id = ? and state = 'OPEN'")
                .param(account)
                .query(UUID.class)
                .list())
        .containsExactlyInAnyOrderElementsOf(staying);
    assertThat(count("select count(*) from line where account_id = ?", account)).isEqualTo(USERS);
    assertThat(count(DIFFERENT_HOLDERS, account, account)).as("holders of extensions").isZero();
    assertThat(count(LOST_CODES, account, account, account)).as("lost codes").isZero();
  }

  private static final String DIFFERENT_HOLDERS =
      """
      select count(*) from (select * from line where account_id = ? and state = 'OPEN') l
      full join (select * from extension where account_id = ?) e
        on l.user_id = e.holder_id and l.extension = e.code
      where l.user_id is null or e.code is null
      """;

  /** Codes below the first unused one that nobody holds and that are not to be given out again. */
  private static final String LOST_CODES =
      """
      select count(*) from extension_space s, generate_series(101, s.first_unused - 1) given
      where s.account_id = ?
        and (select count(*) from extension e where e.account_id = ? and e.code = given)
          + (select count(*) from returned_extension r where r.account_id = ? and r.code = given) <> 1
      """;

  /** Each writer takes every eighth step. */
  private void run(List<Callable<Void>> steps) {
    List<Callable<Void>> writers =
        IntStream.range(0, WRITERS)
            .<Callable<Void>>mapToObj(writer ->
                () -> {
                  for (int i = writer; i < steps.size(); i += WRITERS) {
                    steps.get(i).call();
                  }
                  return null;
                })
            .toList();
    atOnce(writers);
  }

  private Callable<Void> step(UUID user, Step step) {
    return () -> {
      try {
        take(user, step);
      } catch (DuplicateKeyException e) {
        take(user, step); // as the consumer does; the line is there now
      }
      return null;
    };
  }

  private void take(UUID user, Step step) {
    UserV1 data = new UserV1(account, user, step == Step.INVITED ? 1 : 2, Actor.system(), null);
    Tenancy.as(
        account,
        () ->
            transaction.executeWithoutResult(status -> {
              switch (step) {
                case INVITED -> openLine.on(event("user.invited", user, data));
                case WITHDRAWN -> closeLine.onWithdrawn(event("user.withdrawn", user, data));
                case REFUSED ->
                    closeLine.onSeatRefused(
                        event("seat.refused", user, new SeatV1(account, user, 1, Actor.system())));
              }
            }));
  }

  private <T> IncomingEvent<T> event(String type, UUID user, T data) {
    return new IncomingEvent<>(Ids.next(), type, user.toString(), Instant.EPOCH, account, data);
  }
}
