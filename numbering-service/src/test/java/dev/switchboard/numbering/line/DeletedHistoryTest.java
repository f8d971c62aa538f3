package dev.switchboard.numbering.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.line.wire.UserV1;
import dev.switchboard.numbering.line.wire.UserV1.DeletionV1;
import dev.switchboard.numbering.line.wire.UserV1.NumbersToV1;
import dev.switchboard.numbering.line.wire.UserV1.Receiver;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.time.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Random lives of users who are deleted, restored, deleted again and erased: their events in any
 * order and repeated, eight at a time. Whatever the order, the latest version counts.
 */
class DeletedHistoryTest extends DeletedLineTest {
  private static final int USERS = 16;
  private static final int WRITERS = 8;
  private static final List<String> LIFE =
      List.of("user.invited", "user.deleted", "user.restored", "user.deleted", "user.erased");

  @Autowired private OpenLine openLine;
  @Autowired private HoldLine holdLine;
  @Autowired private ReopenLine reopenLine;
  @Autowired private EraseLine eraseLine;
  @Autowired private TransactionOperations transaction;

  private final List<UUID> all = IntStream.range(0, USERS).mapToObj(i -> Ids.next()).toList();

  @ParameterizedTest(name = "seed {0}")
  @DisplayName(
      "D6 I2 I5 open lines are those of users who are there; nothing is lost or had by two")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void invariantsHold(long seed) {
    Random random = new Random(seed);
    List<Callable<Void>> steps = new ArrayList<>();
    Set<UUID> there = new HashSet<>();
    for (UUID each : all) {
      // Half of them are invited and have a number before all else is heard in any order.
      boolean known = random.nextBoolean();
      if (known) {
        take(each, 0, each);
        giveNumber(each, "+1%d5550%03d".formatted(214 + seed, all.indexOf(each)));
      }
      int length = 1 + random.nextInt(LIFE.size());
      for (int i = 0; i < length; i++) {
        UUID receiver = all.get(random.nextInt(USERS));
        steps.addAll(Collections.nCopies(1 + random.nextInt(2), step(each, i, receiver)));
      }
      if (length == 1 || length == 3) {
        there.add(each);
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
        .containsExactlyInAnyOrderElementsOf(there);
    assertThat(count(DIFFERENT_HOLDERS, account, account)).as("holders of extensions").isZero();
    assertThat(count(LOST_CODES, account)).as("lost codes").isZero();
    assertThat(count(DIFFERENT_NUMBERS, account, account)).as("holders of numbers").isZero();
    assertThat(count(NUMBERS_OF_ERASED, account)).as("numbers of nobody's").isZero();
  }

  private static final String DIFFERENT_HOLDERS =
      """
      select count(*) from (select * from line where account_id = ? and (state = 'OPEN' or held_until is not null)) l
      full join (select * from extension where account_id = ?) e
        on l.user_id = e.holder_id and l.extension = e.code and l.held_until is not distinct from e.held_until
      where l.user_id is null or e.code is null
      """;
  private static final String LOST_CODES =
      """
      select count(*) from extension_space s, generate_series(101, s.first_unused - 1) given
      where s.account_id = ?
        and (select count(*) from extension e where e.account_id = s.account_id and e.code = given)
          + (select count(*) from returned_extension r where r.account_id = s.account_id and r.code = given) <> 1
      """;
  private static final String DIFFERENT_NUMBERS =
      """
      select count(*) from (select user_id, unnest(direct_numbers) as number from line where account_id = ?) l
      full join (select * from phone_number where account_id = ? and use = 'DIRECT') n using (user_id, number)
      where n.version is null or l.number is null
      """;
  private static final String NUMBERS_OF_ERASED =
      """
      select count(*) from line where account_id = ? and state = 'CLOSED' and direct_numbers <> '{}'
        and user_version = 5
      """;

  /** Each writer takes every eighth step. */
  private void run(List<Callable<Void>> steps) {
    atOnce(
        IntStream.range(0, WRITERS)
            .<Callable<Void>>mapToObj(writer ->
                () -> {
                  for (int i = writer; i < steps.size(); i += WRITERS) {
                    steps.get(i).call();
                  }
                  return null;
                })
            .toList());
  }

  private Callable<Void> step(UUID of, int index, UUID receiver) {
    return () -> {
      try {
        take(of, index, receiver);
      } catch (DuplicateKeyException e) {
        take(of, index, receiver); // as the consumer does; the line is there now
      }
      return null;
    };
  }

  private void take(UUID of, int index, UUID receiver) {
    String type = LIFE.get(index);
    Instant deletedAt = users.deletedAt().plusSeconds(index);
    DeletionV1 deletion =
        new DeletionV1(
            deletedAt,
            deletedAt.plus(Duration.ofDays(3)),
            new NumbersToV1(Receiver.USER, receiver));
    IncomingEvent<UserV1> event =
        new IncomingEvent<>(
            Ids.next(),
            type,
            of.toString(),
            deletedAt,
            account,
            new UserV1(account, of, index + 1L, Actor.system(), deletion));
    Tenancy.as(
        account,
        () ->
            transaction.executeWithoutResult(status -> {
              switch (type) {
                case "user.invited" -> openLine.on(event);
                case "user.deleted" -> holdLine.on(event);
                case "user.restored" -> reopenLine.on(event);
                default -> eraseLine.on(event);
              }
            }));
  }
}
