package dev.switchboard.billing.seat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.time.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VacateSeatTest extends DeletedSeatTest {

  @Test
  @DisplayName("D6 a deleted user's slot is removed and no longer charged from the deletion on")
  void removesSlot() {
    Account account = signUp(1, "BASIC");
    UUID slot = account.openSlots().getFirst();
    awaitTaken(invite(account, user, "BASIC", slot, false));
    long lists = topics.all("billing.accounts.v1", account.id().toString()).size();
    Instant deletedAt = now();

    awaitTaken(of(account).delete(user, 2, false, deletedAt));

    assertThat(told(user)).containsExactly("seat.occupied", "seat.vacated");
    assertThat(lastReason(user)).isEqualTo("DELETED");
    assertThat(slotOf(user)).isEqualTo(slot);
    assertThat(Instant.parse(lastTold(user).path("since").asString())).isEqualTo(deletedAt);
    assertThat(stateOf(slot)).isEqualTo("REMOVED");
    assertThat(intervals(slot)).singleElement().extracting(Interval::end).isEqualTo(deletedAt);
    assertThat(topics.all("billing.accounts.v1", account.id().toString())).hasSize((int) lists);
  }

  @Test
  @DisplayName(
      "D6 a slot that the admin keeps is open and goes on being charged, however it was bought")
  void keepsSlot() {
    Account account = signUp(0, "BASIC");
    awaitTaken(invite(account, user, "BASIC", null, true));
    UUID slot = slotOf(user);

    awaitTaken(of(account).delete(user, 2, true, now()));

    assertThat(told(user)).containsExactly("seat.occupied", "seat.vacated");
    assertThat(stateOf(slot)).isEqualTo("OPEN");
    assertThat(toldOpenSlots(account)).containsExactly(slot.toString());
    assertThat(intervals(slot)).singleElement().extracting(Interval::end).isNull();
  }

  @Test
  @DisplayName("D6 the slot of a deleted admin, which came with the account, is removed as well")
  void admin() {
    Account account = signUp(0, "BASIC");

    awaitTaken(of(account).delete(account.admin(), 2, false, now()));

    assertThat(told(account.admin())).containsExactly("seat.occupied", "seat.vacated");
    assertThat(stateOf(account.adminSlot())).isEqualTo("REMOVED");
  }

  @Test
  @DisplayName("E4 a user who was deleted before billing had given him a slot costs nothing")
  void deletedBeforeGiven() {
    Account account = signUp(0, "BASIC");
    awaitTaken(invite(account, user, "BASIC", null, true));
    UUID slot = slotOf(user);

    awaitTaken(of(account).delete(user, 2, false, now().minusSeconds(60)));

    Interval only = intervals(slot).getFirst();
    assertThat(only.end()).isEqualTo(only.start());
  }

  @Test
  @DisplayName("The same deletion told twice, as after a replay, takes one seat once")
  void twice() {
    Account account = signUp(2, "BASIC");
    awaitTaken(invite(account, user, "BASIC", null, false));
    Instant deletedAt = now();
    awaitTaken(of(account).delete(user, 2, true, deletedAt));
    awaitTaken(of(account).delete(user, 2, true, deletedAt));
    awaitTaken(of(account).delete(user, 2, false, deletedAt));

    assertThat(told(user)).containsExactly("seat.occupied", "seat.vacated");
    assertThat(toldOpenSlots(account)).hasSize(2);
  }

  @Test
  @DisplayName("An invitation that arrives after its deletion gets no seat")
  void deletedBeforeInvited() {
    Account account = signUp(1, "BASIC");

    awaitTaken(of(account).delete(user, 2, false, now()));
    awaitTaken(invite(account, user, "BASIC", null, true));

    assertThat(told(user)).isEmpty();
    assertThat(toldOpenSlots(account)).hasSize(1);
    assertThat(count("select version from seat where user_id = ?", user)).isZero();
  }

  @Test
  @DisplayName("A deletion that arrives after its restoration has no effect")
  void late() {
    Account account = signUp(1, "BASIC");
    awaitTaken(invite(account, user, "BASIC", null, false));

    awaitTaken(of(account).undo(user, 3));
    awaitTaken(of(account).delete(user, 2, false, now()));

    assertThat(told(user)).containsExactly("seat.occupied");
    assertThat(stateOf(slotOf(user))).isEqualTo("OCCUPIED");
  }

  @Test
  @DisplayName("Who was refused a seat has none to give up")
  void refused() {
    Account account = signUp(0, "BASIC");
    awaitTaken(invite(account, user, "BASIC", null, false));

    awaitTaken(of(account).delete(user, 2, false, now()));

    assertThat(told(user)).containsExactly("seat.refused");
    assertThat(count("select user_version from seat where user_id = ?", user)).isEqualTo(2);
  }

  @Test
  @DisplayName("Deletions that come before the account are decided in its own transaction")
  void beforeAccount() {
    Account account = newAccount(1);
    UUID restored = Ids.next();
    awaitTaken(invite(account, user, "BASIC", null, true));
    awaitTaken(of(account).delete(user, 2, false, now()));
    awaitTaken(invite(account, user, "BASIC", null, true)); // late
    awaitTaken(of(account).delete(account.admin(), 2, true, now()));
    awaitTaken(of(account).delete(restored, 2, false, now()));
    awaitTaken(of(account).restore(restored, 3, account.openSlots().getFirst(), false));

    awaitTaken(tell(account, "BASIC"));

    assertThat(told(user)).isEmpty();
    assertThat(told(account.admin())).containsExactly("seat.occupied", "seat.vacated");
    assertThat(told(restored)).containsExactly("seat.occupied");
    assertThat(toldOpenSlots(account)).containsExactly(account.adminSlot().toString());
    assertThat(topics.all("billing.accounts.v1", account.id().toString())).hasSize(1);
    assertThat(
            count("select count(*) from waiting_seat_request where account_id = ?", account.id()))
        .isZero();
  }

  @ParameterizedTest
  @DisplayName("A deletion that breaks its contract is a dead letter and takes no seat")
  @ValueSource(
      strings = {
        "",
        ",\"deletion\":null",
        ",\"deletion\":{\"keepSlot\":false}",
        ",\"deletion\":{\"deletedAt\":\"2026-11-20T09:15:00Z\"}",
        ",\"deletion\":{\"deletedAt\":\"2026-11-20T09:15:00Z\",\"keepSlot\":\"no\"}"
      })
  void broken(String rest) {
    Account account = signUp(1, "BASIC");
    awaitTaken(invite(account, user, "BASIC", null, false));
    String data =
        "{\"accountId\":\"%s\",\"userId\":\"%s\",\"version\":2,\"actor\":{\"type\":\"SYSTEM\"}%s}"
            .formatted(account.id(), user, rest);

    topics.send(
        "user.users.v1",
        user.toString(),
        "user.deleted",
        account.id(),
        data.getBytes(StandardCharsets.UTF_8),
        Ids.next());

    await(
        "dead letter",
        () -> count("select count(*) from dead_letter where key = ?", user.toString()) == 1);
    assertThat(List.of(stateOf(slotOf(user)))).containsExactly("OCCUPIED");
  }
}
