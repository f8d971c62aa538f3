package dev.switchboard.billing.seat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.seat.wire.UserV1;
import dev.switchboard.billing.testing.ClosedAccounts;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.time.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

class RestoreSeatTest extends DeletedSeatTest {
  @Autowired private RestoreSeat restoreSeat;
  @Autowired private TransactionOperations transaction;

  @ParameterizedTest
  @DisplayName("D6 an undo brings the very slot back, charged from then on; it is no purchase (E7)")
  @ValueSource(strings = {"ACTIVE", "PAST_DUE"})
  void revives(String standing) {
    Account account = signUp(2, "BASIC");
    UUID slot = account.openSlots().get(1);
    awaitTaken(invite(account, user, "BASIC", slot, false));
    Instant deletedAt = now();
    awaitTaken(of(account).delete(user, 2, false, deletedAt));
    standing(account, standing);

    Instant before = now();
    awaitTaken(of(account).undo(user, 3));

    assertThat(told(user)).containsExactly("seat.occupied", "seat.vacated", "seat.occupied");
    assertThat(slotOf(user)).isEqualTo(slot);
    assertThat(lastTold(user).path("version").asLong()).isEqualTo(3);
    assertThat(lastTold(user).path("origin").asString()).isEqualTo("SIGN_UP");
    assertThat(lastTold(user).hasNonNull("reason")).isFalse();
    assertThat(stateOf(slot)).isEqualTo("OCCUPIED");
    List<Interval> intervals = intervals(slot);
    assertThat(intervals).hasSize(2);
    assertThat(intervals.getFirst().end()).isEqualTo(deletedAt);
    assertThat(intervals.getLast().start()).isBetween(before, now());
    assertThat(intervals.getLast().end()).isNull();
    assertThat(Instant.parse(lastTold(user).path("since").asString()))
        .isEqualTo(intervals.getLast().start());
    assertThat(toldOpenSlots(account)).containsExactly(account.openSlots().getFirst().toString());
  }

  @Test
  @DisplayName("D6 the slot is charged from the undo on, however late billing hears of it")
  void heardLate() {
    Account account = signUp(1, "BASIC");
    awaitTaken(invite(account, user, "BASIC", null, false));
    database()
        .sql("update seat set since = since - interval '1 hour' where user_id = ?")
        .param(user)
        .update();
    awaitTaken(of(account).delete(user, 2, false, now().minusSeconds(600)));
    Instant undone = now().minusSeconds(60);

    Tenancy.as(
        account.id(),
        () ->
            transaction.executeWithoutResult(status ->
                restoreSeat.on(
                    new IncomingEvent<>(
                        Ids.next(),
                        "user.restored",
                        user.toString(),
                        undone,
                        account.id(),
                        new UserV1(
                            account.id(),
                            3,
                            Actor.system(),
                            user,
                            new UserV1.SeatRequestV1(Plan.BASIC, null, true),
                            null)))));

    assertThat(intervals(account.openSlots().getFirst()).getLast().start()).isEqualTo(undone);
  }

  @Test
  @DisplayName("I4 an undo never begins before the deletion, whatever the clocks say")
  void clocks() {
    Account account = signUp(1, "BASIC");
    awaitTaken(invite(account, user, "BASIC", null, false));
    Instant deletedAt = now().plusSeconds(3_600);
    awaitTaken(of(account).delete(user, 2, false, deletedAt));

    awaitTaken(of(account).undo(user, 3));

    assertThat(intervals(slotOf(user)).getLast().start()).isEqualTo(deletedAt);
  }

  @Test
  @DisplayName(
      "D6 deleting and undoing again and again leaves one slot and no gap but the deletions")
  void againAndAgain() {
    Account account = signUp(1, "BASIC");
    awaitTaken(invite(account, user, "BASIC", null, false));
    for (int version = 2; version < 8; version += 2) {
      awaitTaken(of(account).delete(user, version, false, now()));
      awaitTaken(of(account).undo(user, version + 1));
      awaitTaken(of(account).undo(user, version + 1)); // as after a replay
    }

    assertThat(intervals(account.openSlots().getFirst())).hasSize(4);
    assertThat(lastTold(user).path("version").asLong()).isEqualTo(7);
    assertThat(count("select count(*) from plan_slot where account_id = ?", account.id()))
        .isEqualTo(2);
  }

  @Test
  @DisplayName("D6 a slot that was kept is the user's again when it was claimed for him")
  void keptSlot() {
    Account account = signUp(2, "BASIC");
    UUID slot = account.openSlots().getFirst();
    awaitTaken(invite(account, user, "BASIC", slot, false));
    awaitTaken(of(account).delete(user, 2, true, now()));

    awaitTaken(of(account).restore(user, 3, slot, false));

    assertThat(slotOf(user)).isEqualTo(slot);
    assertThat(intervals(slot)).hasSize(1);
    assertThat(toldOpenSlots(account)).containsExactly(account.openSlots().getLast().toString());
  }

  @Test
  @DisplayName(
      "C2 D6 whose kept slot is another's now is refused without consent, and buys with it")
  void keptSlotIsAnothers() {
    Account account = signUp(1, "BASIC");
    UUID slot = account.openSlots().getFirst();
    awaitTaken(invite(account, user, "BASIC", slot, false));
    awaitTaken(of(account).delete(user, 2, true, now()));
    awaitTaken(invite(account, Ids.next(), "BASIC", slot, false));

    awaitTaken(of(account).restore(user, 3, null, false));
    assertThat(lastReason(user)).isEqualTo("NO_CONSENT");
    awaitTaken(of(account).delete(user, 4, true, now())); // as user-service does then
    standing(account, "PAST_DUE");
    awaitTaken(of(account).restore(user, 5, null, true));
    assertThat(lastReason(user)).isEqualTo("ACCOUNT_PAST_DUE");
    awaitTaken(of(account).delete(user, 6, true, now()));
    standing(account, "ACTIVE");
    awaitTaken(of(account).restore(user, 7, null, true));

    assertThat(told(user))
        .containsExactly(
            "seat.occupied", "seat.vacated", "seat.refused", "seat.refused", "seat.occupied");
    assertThat(lastTold(user).path("version").asLong()).isEqualTo(5);
    assertThat(lastTold(user).path("origin").asString()).isEqualTo("ADDED");
  }

  @Test
  @DisplayName("D6 whoever was deleted before his seat was known gets it back by his first request")
  void firstRequestAgain() {
    Account account = signUp(1, "BASIC");
    UUID slot = account.openSlots().getFirst();
    awaitTaken(invite(account, user, "BASIC", slot, false));
    awaitTaken(of(account).delete(user, 2, false, now()));

    awaitTaken(of(account).restore(user, 3, slot, false));

    assertThat(slotOf(user)).isEqualTo(slot);
    assertThat(stateOf(slot)).isEqualTo("OCCUPIED");
    assertThat(toldOpenSlots(account)).isEmpty();
  }

  @Test
  @DisplayName("C2 D6 who claimed a slot keeps his place when who overtook him is deleted")
  void overtakingIsDeleted() {
    Account account = signUp(1, "BASIC");
    UUID claimed = account.openSlots().getFirst();
    UUID claiming = Ids.next();
    UUID third = Ids.next();
    awaitTaken(invite(account, user, "BASIC", null, true));
    awaitTaken(of(account).delete(user, 2, false, now()));

    awaitTaken(invite(account, claiming, "BASIC", claimed, false));
    awaitTaken(invite(account, third, "BASIC", claimed, false));
    awaitTaken(of(account).undo(user, 3));

    assertThat(lastTold(claiming).path("origin").asString()).isEqualTo("ADDED");
    assertThat(lastReason(third)).isEqualTo("NO_CONSENT");
    assertThat(slotOf(user)).isEqualTo(claimed);
  }

  @Test
  @DisplayName("C2 D6 a consent that nobody has used comes back with who gave it")
  void consentComesBack() {
    Account account = signUp(1, "BASIC");
    UUID claimed = account.openSlots().getFirst();
    UUID claiming = Ids.next();
    awaitTaken(invite(account, user, "BASIC", null, true));
    awaitTaken(of(account).delete(user, 2, false, now()));
    awaitTaken(of(account).undo(user, 3));

    awaitTaken(invite(account, claiming, "BASIC", claimed, false));

    assertThat(slotOf(user)).isEqualTo(claimed);
    assertThat(lastTold(claiming).path("origin").asString()).isEqualTo("ADDED");
  }

  @Test
  @DisplayName("C2 D6 a kept slot that was told as open is not given twice")
  void keptAndClaimedTwice() {
    Account account = signUp(1, "BASIC");
    UUID slot = account.openSlots().getFirst();
    UUID first = Ids.next();
    UUID second = Ids.next();
    awaitTaken(invite(account, user, "BASIC", null, true)); // overtakes the first
    awaitTaken(of(account).delete(user, 2, true, now()));

    awaitTaken(invite(account, first, "BASIC", slot, false));
    awaitTaken(invite(account, second, "BASIC", slot, false)); // claimed when it was open again

    assertThat(slotOf(first)).isEqualTo(slot);
    assertThat(lastTold(second).path("origin").asString()).isEqualTo("ADDED");
  }

  @Test
  @DisplayName("E7 an account that has ended gives nothing back")
  void closed() {
    Account account = signUp(1, "BASIC");
    awaitTaken(invite(account, user, "BASIC", null, false));
    awaitTaken(of(account).delete(user, 2, false, now()));
    awaitTaken(ClosedAccounts.erase(topics, account.id(), Instant.now()));

    awaitTaken(of(account).undo(user, 3));

    assertThat(lastReason(user)).isEqualTo("ACCOUNT_CLOSED");
    assertThat(stateOf(account.openSlots().getFirst())).isEqualTo("REMOVED");
  }

  @Test
  @DisplayName(
      "D6 a slot comes back to the one whose deletion removed it, not to who had it before")
  void formerHolder() {
    Account account = signUp(1, "BASIC");
    UUID slot = account.openSlots().getFirst();
    UUID second = Ids.next();
    awaitTaken(invite(account, user, "BASIC", slot, false));
    awaitTaken(of(account).delete(user, 2, true, now()));
    awaitTaken(invite(account, second, "BASIC", slot, false));
    awaitTaken(of(account).delete(second, 2, false, now()));

    awaitTaken(of(account).restore(user, 3, null, true));
    awaitTaken(of(account).undo(second, 3));

    assertThat(lastTold(user).path("origin").asString()).isEqualTo("ADDED");
    assertThat(slotOf(second)).isEqualTo(slot);
  }

  @Test
  @DisplayName("A restoration that is the first to be heard of a user is a request like the first")
  void restoredBeforeInvited() {
    Account account = signUp(1, "BASIC");

    awaitTaken(of(account).undo(user, 3));
    awaitTaken(invite(account, user, "BASIC", null, true));
    awaitTaken(of(account).delete(user, 2, false, now()));

    assertThat(told(user)).containsExactly("seat.occupied");
    assertThat(toldOpenSlots(account)).isEmpty();
  }

  @Test
  @DisplayName("A user who was deleted before billing heard of him gets his seat when restored")
  void neverGiven() {
    Account account = signUp(1, "BASIC");
    awaitTaken(of(account).delete(user, 2, false, now()));

    awaitTaken(of(account).restore(user, 3, account.openSlots().getFirst(), false));

    assertThat(told(user)).containsExactly("seat.occupied");
    assertThat(lastTold(user).path("version").asLong()).isEqualTo(1);
  }

  @Test
  @DisplayName("C2 I4 16 undos and 16 invitations at once into 16 kept slots: none is given twice")
  void race() {
    Account account = signUp(16, "BASIC");
    List<UUID> deleted = ids();
    deleted.forEach(each -> invite(account, each, "BASIC", null, false));
    deleted.stream()
        .map(each -> of(account).delete(each, 2, true, now()))
        .toList()
        .forEach(this::awaitTaken);
    List<UUID> invited = ids();
    List<UUID> events = new ArrayList<>();

    for (int i = 0; i < 16; i++) {
      events.add(invite(account, invited.get(i), "BASIC", null, false));
      events.add(of(account).restore(deleted.get(i), 3, null, false));
    }
    events.forEach(this::awaitTaken);

    assertThat(
            count(
                "select count(*) from seat where account_id = ? and state = 'OCCUPIED' and plan = 'BASIC'",
                account.id()))
        .isEqualTo(16);
    assertThat(
            count(
                "select count(distinct slot_id) from seat where account_id = ? and state = 'OCCUPIED'",
                account.id()))
        .isEqualTo(17);
    assertThat(toldOpenSlots(account)).isEmpty();
  }

  private static List<UUID> ids() {
    return IntStream.range(0, 16).mapToObj(i -> Ids.next()).toList();
  }
}
