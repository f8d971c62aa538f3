package dev.switchboard.billing.seat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.testing.BillingTest;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.platform.time.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

class SeatFlowTest extends BillingTest {
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionOperations transaction;

  @Test
  @DisplayName("A1 sign-up makes the slots, their intervals and the admin's seat")
  void signUpMakesSlots() {
    Account account = signUp(3, "BASIC");

    TestTopics.Event seat = seat(account.admin());
    assertThat(seat.type()).isEqualTo("seat.occupied");
    assertThat(seat.data().path("plan").asString()).isEqualTo("PRO");
    assertThat(seat.data().path("origin").asString()).isEqualTo("SIGN_UP");
    assertThat(toldOpenSlots(account))
        .containsExactlyInAnyOrderElementsOf(
            account.openSlots().stream().map(UUID::toString).toList());
    assertThat(openIntervals(account)).isEqualTo(4);
  }

  @Test
  @DisplayName("A1 an account that is told of twice is opened once")
  void signUpTwice() {
    Account account = signUp(2, "BASIC");

    awaitTaken(tell(account, "BASIC"));

    assertThat(openIntervals(account)).isEqualTo(3);
    assertThat(topics.all("billing.accounts.v1", account.id().toString())).hasSize(1);
    assertThat(topics.all("billing.seats.v1", account.admin().toString())).hasSize(1);
  }

  @Test
  @DisplayName("C2 an invitation fills the slot it wants, at no further cost (A2)")
  void wantedSlot() {
    Account account = signUp(3, "PLUS");
    UUID user = Ids.next();

    awaitTaken(invite(account, user, "PLUS", account.openSlots().get(1), false));

    TestTopics.Event seat = seat(user);
    assertThat(seat.type()).isEqualTo("seat.occupied");
    assertThat(seat.data().path("slotId").asString())
        .isEqualTo(account.openSlots().get(1).toString());
    assertThat(toldOpenSlots(account)).hasSize(2);
    assertThat(openIntervals(account)).isEqualTo(4);
  }

  @Test
  @DisplayName("C2 when the wanted slot is gone, another open one of the plan is filled")
  void otherSlot() {
    Account account = signUp(2, "PLUS");
    UUID first = Ids.next();
    UUID second = Ids.next();

    awaitTaken(invite(account, first, "PLUS", account.openSlots().getFirst(), false));
    awaitTaken(invite(account, second, "PLUS", account.openSlots().getFirst(), false));

    assertThat(seat(second).data().path("slotId").asString())
        .isEqualTo(account.openSlots().get(1).toString());
  }

  @Test
  @DisplayName(
      "C2 without an open slot and with consent a slot is bought; open slots stay as they are")
  void buys() {
    Account account = signUp(1, "BASIC");
    UUID user = Ids.next();

    awaitTaken(invite(account, user, "PRO", null, true));

    assertThat(seat(user).data().path("origin").asString()).isEqualTo("ADDED");
    assertThat(openIntervals(account)).isEqualTo(3);
    assertThat(topics.all("billing.accounts.v1", account.id().toString())).hasSize(1);
  }

  @Test
  @DisplayName(
      "C2 without an open slot and without consent the seat is refused and nothing is bought")
  void refuses() {
    Account account = signUp(1, "BASIC");
    UUID user = Ids.next();

    awaitTaken(invite(account, user, "PRO", null, false));

    assertThat(seat(user).type()).isEqualTo("seat.refused");
    assertThat(seat(user).data().path("reason").asString()).isEqualTo("NO_CONSENT");
    assertThat(openIntervals(account)).isEqualTo(2);
  }

  @Test
  @DisplayName("E7 an account that is past due buys no slot, but fills the open ones")
  void pastDue() {
    Account account = signUp(1, "BASIC");
    database()
        .sql("update billing_account set standing = 'PAST_DUE' where account_id = ?")
        .param(account.id())
        .update();
    UUID fills = Ids.next();
    UUID wouldBuy = Ids.next();

    awaitTaken(invite(account, fills, "BASIC", null, false));
    awaitTaken(invite(account, wouldBuy, "BASIC", null, true));

    assertThat(seat(fills).type()).isEqualTo("seat.occupied");
    assertThat(seat(wouldBuy).data().path("reason").asString()).isEqualTo("ACCOUNT_PAST_DUE");
  }

  @Test
  @DisplayName(
      "C2 32 invitations at once into 10 open slots: 10 seats, 22 refusals, versions without a gap")
  void race() {
    Account account = signUp(10, "BASIC");
    List<UUID> users = IntStream.range(0, 32).mapToObj(i -> Ids.next()).toList();

    users.parallelStream()
        .map(user -> invite(account, user, "BASIC", null, false))
        .toList()
        .forEach(this::awaitTaken);

    List<String> types = users.stream().map(user -> seat(user).type()).toList();
    assertThat(types).filteredOn("seat.occupied"::equals).hasSize(10);
    assertThat(types).filteredOn("seat.refused"::equals).hasSize(22);
    assertThat(toldOpenSlots(account)).isEmpty();
    assertThat(topics.all("billing.accounts.v1", account.id().toString()))
        .extracting(event -> event.data().path("version").asLong())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 11).boxed().toList());
  }

  @Test
  @DisplayName("The same invitation delivered twice, and replayed, occupies one slot")
  void twice() {
    Account account = signUp(3, "BASIC");
    UUID user = Ids.next();
    UUID eventId = Ids.next();
    Map<String, Object> invited = user(account, user, "INVITED", "BASIC", null, true);

    topics.send("user.users.v1", user.toString(), "user.invited", account.id(), invited, eventId);
    topics.send("user.users.v1", user.toString(), "user.invited", account.id(), invited, eventId);
    awaitTaken(invite(account, user, "BASIC", null, true));

    assertThat(topics.all("billing.seats.v1", user.toString())).hasSize(1);
    assertThat(toldOpenSlots(account)).hasSize(2);
  }

  @Test
  @DisplayName(
      "A request that comes before its account waits and is decided when the account comes")
  void userBeforeAccount() {
    Account account = newAccount(1);
    UUID first = Ids.next();
    UUID second = Ids.next();
    UUID gone = Ids.next();

    awaitTaken(invite(account, first, "BASIC", account.openSlots().getFirst(), false));
    awaitTaken(invite(account, gone, "BASIC", null, true));
    awaitTaken(withdraw(account, gone, "BASIC"));
    awaitTaken(invite(account, second, "BASIC", null, false));
    assertThat(topics.all("billing.seats.v1", first.toString())).isEmpty();
    awaitTaken(tell(account, "BASIC"));

    assertThat(seat(first).type()).isEqualTo("seat.occupied");
    assertThat(seat(second).type()).isEqualTo("seat.refused");
    assertThat(topics.all("billing.seats.v1", gone.toString())).isEmpty();
    assertThat(
            count("select count(*) from waiting_seat_request where account_id = ?", account.id()))
        .isZero();
  }

  @Test
  @DisplayName("A withdrawn user's slot is open again when it came with the account")
  void withdrawnFromSignUpSlot() {
    Account account = signUp(1, "BASIC");
    UUID user = Ids.next();
    awaitTaken(invite(account, user, "BASIC", null, false));

    awaitTaken(withdraw(account, user, "BASIC"));
    awaitTaken(withdraw(account, user, "BASIC"));

    assertThat(topics.all("billing.seats.v1", user.toString()))
        .extracting(TestTopics.Event::type)
        .containsExactly("seat.occupied", "seat.vacated");
    assertThat(toldOpenSlots(account)).hasSize(1);
    assertThat(openIntervals(account)).isEqualTo(2);
  }

  @Test
  @DisplayName("A withdrawn user's slot is removed, and paid no longer, when it was bought for him")
  void withdrawnFromAddedSlot() {
    Account account = signUp(0, "BASIC");
    UUID user = Ids.next();
    awaitTaken(invite(account, user, "BASIC", null, true));
    assertThat(openIntervals(account)).isEqualTo(2);

    awaitTaken(withdraw(account, user, "BASIC"));

    assertThat(openIntervals(account)).isEqualTo(1);
    assertThat(toldOpenSlots(account)).isEmpty();
  }

  @Test
  @DisplayName("An invitation that arrives after its withdrawal gets no seat")
  void late() {
    Account account = signUp(1, "BASIC");
    UUID user = Ids.next();

    awaitTaken(withdraw(account, user, "BASIC"));
    awaitTaken(invite(account, user, "BASIC", null, true));

    assertThat(topics.all("billing.seats.v1", user.toString())).isEmpty();
    assertThat(toldOpenSlots(account)).hasSize(1);
  }

  @Test
  @DisplayName(
      "A6 a transaction sees the slots of its own account only, and none without an account")
  void rowLevelSecurity() {
    Account account = signUp(2, "BASIC");

    assertThat(countSlots()).isZero();
    assertThat(Tenancy.as(account.id(), this::countSlots)).isEqualTo(3);
    assertThat(Tenancy.as(Ids.next(), this::countSlots)).isZero();
  }

  private Long countSlots() {
    return transaction.execute(
        status -> jdbc.sql("select count(*) from plan_slot").query(Long.class).single());
  }

  private long openIntervals(Account account) {
    return count(
        "select count(*) from charge_interval where account_id = ? and ended_at is null",
        account.id());
  }
}
