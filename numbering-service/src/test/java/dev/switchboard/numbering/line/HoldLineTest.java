package dev.switchboard.numbering.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.time.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class HoldLineTest extends DeletedLineTest {
  private static final String NUMBER = "+12035550100";

  @Test
  @DisplayName("D6 F4 a deleted user's line closes; extension, bridge and numbers are held for him")
  void holds() {
    invite(user);
    giveNumber(user, "+12035550101");
    JsonNode open = lastTold(user);

    awaitSent(users.delete(user, 2));

    assertThat(told(user)).containsExactly("line.opened", "line.closed");
    JsonNode closed = lastTold(user);
    assertThat(closed.path("version").asLong()).isEqualTo(2);
    assertThat(closed.path("extension")).isEqualTo(open.path("extension"));
    assertThat(closed.path("bridgeId")).isEqualTo(open.path("bridgeId"));
    assertThat(texts(closed.path("directNumbers"))).containsExactly("+12035550101");
    assertThat(Instant.parse(closed.path("heldUntil").asString()))
        .isEqualTo(users.deletedAt().plus(Duration.ofDays(30)));
    assertThat(count("select count(*) from phone_number where user_id = ?", user)).isEqualTo(1);
    assertThat(opened(invited()).path("extension").asString()).isEqualTo("102");
  }

  @Test
  @DisplayName("D6 a restored user has the line that he had")
  void restores() {
    invite(user);
    giveNumber(user, NUMBER);
    JsonNode before = lastTold(user);
    awaitSent(users.delete(user, 2));

    awaitSent(users.restore(user, 3));

    assertThat(told(user)).containsExactly("line.opened", "line.closed", "line.opened");
    JsonNode after = lastTold(user);
    assertThat(after.path("version").asLong()).isEqualTo(3);
    assertThat(after.path("extension")).isEqualTo(before.path("extension"));
    assertThat(after.path("bridgeId")).isEqualTo(before.path("bridgeId"));
    assertThat(texts(after.path("directNumbers"))).containsExactly(NUMBER);
    assertThat(after.hasNonNull("heldUntil")).isFalse();
    assertThat(texts(after.path("changed"))).containsExactly("state", "heldUntil");
    assertThat(held(user)).isZero();
    assertThat(count("select count(*) from extension where holder_id = ?", user)).isEqualTo(1);
  }

  @Test
  @DisplayName("Deletion and restoration told twice, as after a replay, have their effect once")
  void twice() {
    invite(user);
    awaitSent(users.delete(user, 2));
    awaitSent(users.delete(user, 2));
    awaitSent(users.restore(user, 3));
    awaitSent(users.restore(user, 3));
    awaitSent(users.delete(user, 2));
    awaitSent(invite(account, user));

    assertThat(told(user)).containsExactly("line.opened", "line.closed", "line.opened");
    assertThat(held(user)).isZero();
  }

  @Test
  @DisplayName("A deletion that arrives after its restoration has no effect")
  void late() {
    invite(user);

    awaitSent(users.restore(user, 3));
    awaitSent(users.delete(user, 2));

    assertThat(told(user)).containsExactly("line.opened");
    assertThat(held(user)).isZero();
  }

  @Test
  @DisplayName("An invitation that arrives after its deletion opens nothing; a restoration does")
  void deletedBeforeInvited() {
    awaitSent(users.delete(user, 2));
    awaitSent(invite(account, user));

    assertThat(told(user)).containsExactly("line.closed");
    assertThat(count("select count(*) from extension where account_id = ?", account)).isZero();

    awaitSent(users.restore(user, 3));

    assertThat(told(user)).containsExactly("line.closed", "line.opened");
    JsonNode line = lastTold(user);
    assertThat(line.path("version").asLong()).isEqualTo(2);
    assertThat(line.path("extension").asString()).isEqualTo("101");
    assertThat(line.path("bridgeId").asString()).matches("[2-9][0-9]{9}");
  }

  @Test
  @DisplayName("A restoration that is the first to be heard of a user opens his line, once")
  void restoredBeforeInvited() {
    awaitSent(users.restore(user, 3));
    awaitSent(invite(account, user));
    awaitSent(users.delete(user, 2));

    assertThat(told(user)).containsExactly("line.opened");
  }

  @Test
  @DisplayName("D6 a user who is deleted a second time is held from the second time on")
  void secondDeletion() {
    invite(user);
    Instant second = users.deletedAt().plusSeconds(60);
    awaitSent(users.delete(user, 2));
    awaitSent(users.delete(user, 4, second)); // what was between them comes late
    awaitSent(users.restore(user, 3));

    assertThat(told(user)).containsExactly("line.opened", "line.closed", "line.closed");
    assertThat(Instant.parse(lastTold(user).path("heldUntil").asString()))
        .isEqualTo(second.plus(Duration.ofDays(30)));
    assertThat(held(user)).isEqualTo(1);
  }

  @Test
  @DisplayName("A restored user without a seat is deleted again: his extension is never given away")
  void refusedAfterRestoration() {
    invite(user);
    awaitSent(users.delete(user, 2));
    awaitSent(refuseSeat(account, user, 3)); // overtakes the restoration
    awaitSent(users.restore(user, 3));
    awaitSent(refuseSeat(account, user, 3));
    awaitSent(users.delete(user, 4));

    assertThat(told(user))
        .containsExactly("line.opened", "line.closed", "line.opened", "line.closed");
    assertThat(held(user)).isEqualTo(1);
    assertThat(opened(invited()).path("extension").asString()).isEqualTo("102");
  }

  @Test
  @DisplayName("A refused restoration that is heard of before the deletion it undid closes nothing")
  void refusedBeforeDeleted() {
    invite(user);
    awaitSent(refuseSeat(account, user, 3)); // a seat's first refusal would have version 1
    assertThat(told(user)).containsExactly("line.opened");

    awaitSent(users.delete(user, 2));
    awaitSent(users.restore(user, 3));
    awaitSent(users.delete(user, 4));

    assertThat(held(user)).isEqualTo(1);
  }

  @Test
  @DisplayName("A restored user's first refusal, when billing had not heard of him, closes nothing")
  void firstRefusalAfterRestoration() {
    invite(user);
    awaitSent(users.delete(user, 2));
    awaitSent(users.restore(user, 3));

    awaitSent(refuseSeat(account, user, 1));
    assertThat(told(user)).containsExactly("line.opened", "line.closed", "line.opened");
    awaitSent(users.delete(user, 4));

    assertThat(held(user)).isEqualTo(1);
  }

  @Test
  @DisplayName("A user who was refused a seat, deleted and restored has a line with any extension")
  void refusedDeletedAndRestored() {
    invite(user);
    awaitSent(refuseSeat(account, user));
    UUID next = invited();
    awaitSent(users.delete(user, 2));
    awaitSent(users.restore(user, 3));

    assertThat(opened(next).path("extension").asString()).isEqualTo("101");
    assertThat(lastTold(user).path("extension").asString()).isEqualTo("102");
    assertThat(told(user)).containsExactly("line.opened", "line.closed", "line.opened");
  }

  @ParameterizedTest
  @DisplayName("A deletion that breaks its contract is a dead letter and closes nothing")
  @ValueSource(
      strings = {
        "",
        ",\"deletion\":null",
        ",\"deletion\":{}",
        ",\"deletion\":{\"deletedAt\":\"2026-11-20T09:15:00Z\",\"restorableUntil\":\"2026-11-23T09:15:00Z\"}",
        ",\"deletion\":{\"deletedAt\":\"yesterday\",\"restorableUntil\":\"2026-11-23T09:15:00Z\","
            + "\"numbersTo\":{\"type\":\"UNASSIGNED\"}}",
        ",\"deletion\":{\"deletedAt\":\"2026-11-20T09:15:00Z\",\"restorableUntil\":\"2026-11-23T09:15:00Z\","
            + "\"numbersTo\":{\"type\":\"USER\"}}",
        ",\"deletion\":{\"deletedAt\":\"2026-11-20T09:15:00Z\",\"restorableUntil\":\"2026-11-23T09:15:00Z\","
            + "\"numbersTo\":{\"type\":\"NOBODY\"}}"
      })
  void brokenDeletion(String rest) {
    invite(user);
    String data =
        "{\"accountId\":\"%s\",\"userId\":\"%s\",\"version\":2,\"actor\":{\"type\":\"SYSTEM\"}%s}"
            .formatted(account, user, rest);

    topics.send(
        "user.users.v1",
        user.toString(),
        "user.deleted",
        account,
        data.getBytes(StandardCharsets.UTF_8),
        Ids.next());

    await(
        "dead letter",
        () -> count("select count(*) from dead_letter where key = ?", user.toString()) == 1);
    assertThat(count("select count(*) from line where user_id = ? and state = 'OPEN'", user))
        .isEqualTo(1);
  }
}
