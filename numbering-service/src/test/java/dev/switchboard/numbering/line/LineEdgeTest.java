package dev.switchboard.numbering.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.testing.NumberingTest;
import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.platform.time.Ids;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineEdgeTest extends NumberingTest {
  private static final String LINES = "numbering.lines.v1";
  private static final String USERS = "user.users.v1";
  private static final String SEATS = "billing.seats.v1";

  private final UUID account = Ids.next();
  private final UUID user = Ids.next();

  @Test
  @DisplayName("I2 32 users invited and refused at once: none keeps an extension, none is lost")
  void invitedAndRefusedAtOnce() {
    List<UUID> users = IntStream.range(0, 32).mapToObj(i -> Ids.next()).toList();
    List<Callable<UUID>> calls =
        users.stream()
            .flatMap(each ->
                Stream.<Callable<UUID>>of(
                    () -> invite(account, each), () -> refuseSeat(account, each)))
            .toList();

    atOnce(calls).forEach(this::awaitSent);

    assertThat(count("select count(*) from line where account_id = ?", account)).isEqualTo(32);
    assertThat(
            count("select count(*) from line where account_id = ? and state = 'CLOSED'", account))
        .isEqualTo(32);
    assertThat(count("select count(*) from extension where account_id = ?", account)).isZero();
    invite(account, user);
    assertThat(opened(user).path("extension").asString()).isEqualTo("101");
  }

  @Test
  @DisplayName("A withdrawal that is older than what is known of the user has no effect")
  void olderWithdrawal() {
    awaitTaken(invite(account, user));
    database().sql("update line set user_version = 5 where user_id = ?").param(user).update();

    awaitSent(withdraw(account, user));

    assertThat(topics.all(LINES, user.toString())).hasSize(1);
    assertThat(count("select count(*) from line where user_id = ? and state = 'OPEN'", user))
        .isEqualTo(1);
  }

  @Test
  @DisplayName("An invitation that is replayed after the withdrawal opens nothing again")
  void replayedInvitation() {
    awaitTaken(invite(account, user));
    awaitTaken(withdraw(account, user));

    awaitSent(invite(account, user));

    assertThat(topics.all(LINES, user.toString()).stream().map(TestTopics.Event::type))
        .containsExactly("line.opened", "line.closed");
    assertThat(count("select user_version from line where user_id = ?", user)).isEqualTo(2);
    assertThat(count("select count(*) from extension where account_id = ?", account)).isZero();
  }

  @Test
  @DisplayName("The same refusal delivered twice, and told again, closes one line once")
  void refusedTwice() {
    awaitTaken(invite(account, user));
    awaitTaken(refuseSeat(account, user));

    awaitSent(refuseSeat(account, user));

    assertThat(
            topics.all(LINES, user.toString()).stream()
                .map(event -> event.data().path("version").asLong()))
        .containsExactly(1L, 2L);
  }

  @ParameterizedTest
  @DisplayName("A user event that breaks its contract is a dead letter at once; others go on")
  @ValueSource(
      strings = {
        "{}",
        "null",
        "[]",
        "not json",
        "{\"accountId\":\"%1$s\",\"userId\":\"%2$s\",\"actor\":{\"type\":\"SYSTEM\"}}",
        "{\"accountId\":\"%1$s\",\"userId\":\"%2$s\",\"version\":1}",
        "{\"accountId\":\"%2$s\",\"userId\":\"%2$s\",\"version\":1,\"actor\":{\"type\":\"SYSTEM\"}}",
        "{\"accountId\":\"%1$s\",\"userId\":\"%1$s\",\"version\":1,\"actor\":{\"type\":\"SYSTEM\"}}"
      })
  void brokenUserEvent(String data) {
    UUID other = Ids.next();

    sendRaw(USERS, "user.invited", data);
    awaitTaken(invite(account, other));

    awaitDeadLetter();
    assertThat(count("select count(*) from line where account_id = ?", account)).isEqualTo(1);
    assertThat(count("select extension from line where user_id = ?", other)).isEqualTo(101);
  }

  @ParameterizedTest
  @DisplayName("A refusal that breaks its contract is a dead letter and closes nothing")
  @ValueSource(
      strings = {
        "{}",
        "{\"accountId\":\"%1$s\",\"userId\":\"%2$s\",\"version\":0,\"actor\":{\"type\":\"SYSTEM\"}}",
        "{\"accountId\":\"%1$s\",\"userId\":\"%2$s\",\"actor\":{\"type\":\"SYSTEM\"}}",
        "{\"accountId\":\"%2$s\",\"userId\":\"%2$s\",\"version\":1,\"actor\":{\"type\":\"SYSTEM\"}}",
        "{\"accountId\":\"%1$s\",\"userId\":\"%1$s\",\"version\":1,\"actor\":{\"type\":\"SYSTEM\"}}"
      })
  void brokenRefusal(String data) {
    awaitTaken(invite(account, user));

    sendRaw(SEATS, "seat.refused", data);

    awaitDeadLetter();
    assertThat(count("select count(*) from line where user_id = ? and state = 'OPEN'", user))
        .isEqualTo(1);
  }

  private void sendRaw(String topic, String type, String data) {
    byte[] raw = data.formatted(account, user).getBytes(StandardCharsets.UTF_8);
    topics.send(topic, user.toString(), type, account, raw, Ids.next());
  }

  private void awaitDeadLetter() {
    await(
        "dead letter",
        () -> count("select count(*) from dead_letter where key = ?", user.toString()) == 1);
  }
}
