package dev.switchboard.numbering.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.numbering.extension.Extensions;
import dev.switchboard.numbering.line.wire.UserV1;
import dev.switchboard.numbering.testing.NumberingTest;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.time.Ids;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

class OpenLineTest extends NumberingTest {
  @Autowired private Lines lines;
  @Autowired private Extensions extensions;
  @Autowired private TransactionOperations transaction;

  private final UUID account = Ids.next();
  private final BridgeIds someIds = new BridgeIds();

  @Test
  @DisplayName("F6 a bridge id that somebody has, in whatever account, is drawn again")
  void drawsAgain() {
    long taken = Long.parseLong(someIds.next().value());
    long free = Long.parseLong(someIds.next().value());
    open(Ids.next(), Ids.next(), drawing(taken));

    UUID user = Ids.next();
    open(account, user, drawing(taken, taken, free));

    assertThat(bridges(user)).containsExactly(Long.toString(free));
  }

  @Test
  @DisplayName("F6 the bridge id of a closed line is not given to anybody else")
  void notReused() {
    long former = Long.parseLong(someIds.next().value());
    long next = Long.parseLong(someIds.next().value());
    UUID gone = Ids.next();
    UUID user = Ids.next();
    open(account, gone, drawing(former));
    awaitTaken(withdraw(account, gone));

    open(account, user, drawing(former, next));

    assertThat(bridges(user)).containsExactly(Long.toString(next));
  }

  @Test
  @DisplayName("C5 without a bridge there is no line, and no extension is lost")
  void allOrNothing() {
    long taken = Long.parseLong(someIds.next().value());
    open(Ids.next(), Ids.next(), drawing(taken));
    UUID user = Ids.next();

    assertThatThrownBy(
            () -> open(account, user, drawing(LongStream.range(0, 20).map(i -> taken).toArray())))
        .isInstanceOf(IllegalStateException.class);

    assertThat(bridges(user)).isEmpty();
    open(account, user, someIds);
    assertThat(opened(user).path("extension").asString()).isEqualTo("101");
  }

  private void open(UUID accountId, UUID userId, BridgeIds bridgeIds) {
    IncomingEvent<UserV1> event =
        new IncomingEvent<>(
            Ids.next(),
            "user.invited",
            userId.toString(),
            Instant.EPOCH,
            accountId,
            new UserV1(accountId, userId, 1, Actor.system(), null));
    OpenLine openLine = new OpenLine(lines, extensions, bridgeIds);
    Tenancy.as(accountId, () -> transaction.executeWithoutResult(status -> openLine.on(event)));
  }

  private List<String> bridges(UUID userId) {
    return database()
        .sql("select bridge_id from line where user_id = ?")
        .param(userId)
        .query(String.class)
        .list();
  }

  private static BridgeIds drawing(long... values) {
    Deque<Long> rest = new ArrayDeque<>(LongStream.of(values).boxed().toList());
    return new BridgeIds(
        new RandomGenerator() {
          @Override
          public long nextLong() {
            return rest.removeFirst();
          }

          @Override
          public long nextLong(long origin, long bound) {
            return rest.removeFirst();
          }
        });
  }
}
