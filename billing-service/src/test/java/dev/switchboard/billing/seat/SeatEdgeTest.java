package dev.switchboard.billing.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.billing.testing.BillingTest;
import dev.switchboard.billing.testing.ClosedAccounts;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.platform.time.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

class SeatEdgeTest extends BillingTest {
  private static final String USERS = "user.users.v1";

  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionOperations transaction;

  @Test
  @DisplayName("E7 an account that has ended fills nothing and buys nothing")
  void closed() {
    Account account = signUp(1, "BASIC");
    awaitTaken(ClosedAccounts.erase(topics, account.id(), Instant.now()));
    UUID fills = Ids.next();
    UUID buys = Ids.next();

    awaitTaken(invite(account, fills, "BASIC", account.openSlots().getFirst(), false));
    awaitTaken(invite(account, buys, "PRO", null, true));

    assertThat(List.of(reason(fills), reason(buys)))
        .containsExactly("ACCOUNT_CLOSED", "ACCOUNT_CLOSED");
  }

  @Test
  @DisplayName("Whoever waited for the account is in its first list of open slots, told once")
  void toldOnce() {
    Account account = newAccount(3);
    List<UUID> users = users(2);
    users.forEach(user -> awaitTaken(invite(account, user, "BASIC", null, false)));

    awaitTaken(tell(account, "BASIC"));

    users.forEach(user -> assertThat(seat(user).type()).isEqualTo("seat.occupied"));
    assertThat(versionsTold(account)).containsExactly(1L);
    assertThat(toldOpenSlots(account)).containsExactly(account.openSlots().get(2).toString());
  }

  @Test
  @DisplayName("An account and 24 of its users at once: nobody is lost, 10 seats, 14 refusals")
  void accountAndUsersAtOnce() throws Exception {
    Account account = newAccount(10);
    List<UUID> users = users(24);
    Stream<Runnable> sends =
        Stream.concat(
            Stream.of(() -> awaitTaken(tell(account, "BASIC"))),
            users.stream()
                .map(user -> () -> awaitTaken(invite(account, user, "BASIC", null, false))));

    atOnce(sends.toList());

    List<String> types = users.stream().map(user -> seat(user).type()).toList();
    assertThat(types).filteredOn("seat.occupied"::equals).hasSize(10);
    assertThat(types).filteredOn("seat.refused"::equals).hasSize(14);
    List<Long> versions = versionsTold(account);
    assertThat(versions)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, versions.size()).boxed().toList());
    assertThat(toldOpenSlots(account)).isEmpty();
  }

  @Test
  @DisplayName("A vacated seat tells its former slot and why; its versions are 1 and 2")
  void vacatedTellsItsSlot() {
    Account account = signUp(1, "BASIC");
    UUID user = Ids.next();
    awaitTaken(invite(account, user, "BASIC", null, false));
    awaitTaken(withdraw(account, user, "BASIC"));

    List<TestTopics.Event> told = topics.all("billing.seats.v1", user.toString());

    assertThat(told)
        .extracting(event -> event.data().path("version").asLong())
        .containsExactly(1L, 2L);
    assertThat(told.getLast().data().path("slotId").asString())
        .isEqualTo(account.openSlots().getFirst().toString());
    assertThat(told.getLast().data().path("reason").asString()).isEqualTo("USER_WITHDRAWN");
  }

  @Test
  @DisplayName(
      "A refused seat stays as it is when its user is withdrawn; the user's version is kept")
  void refusedStays() {
    Account account = signUp(0, "BASIC");
    UUID user = Ids.next();
    awaitTaken(invite(account, user, "BASIC", null, false));

    awaitTaken(withdraw(account, user, "BASIC"));

    assertThat(topics.all("billing.seats.v1", user.toString())).hasSize(1);
    assertThat(count("select user_version from seat where user_id = ?", user)).isEqualTo(2);
    assertThat(count("select version from seat where user_id = ?", user)).isEqualTo(1);
  }

  @Test
  @DisplayName("A withdrawal that is older than what is known of the user has no effect")
  void olderWithdrawal() {
    Account account = signUp(1, "BASIC");
    UUID user = Ids.next();
    awaitTaken(invite(account, user, "BASIC", null, false));
    database().sql("update seat set user_version = 5 where user_id = ?").param(user).update();

    awaitTaken(withdraw(account, user, "BASIC"));

    assertThat(topics.all("billing.seats.v1", user.toString())).hasSize(1);
    assertThat(toldOpenSlots(account)).isEmpty();
  }

  @Test
  @DisplayName("A seat that was never told of has version 0, so that versions told have no gap")
  void neverTold() {
    Account account = signUp(1, "BASIC");
    UUID user = Ids.next();

    awaitTaken(withdraw(account, user, "BASIC"));

    assertThat(count("select version from seat where user_id = ?", user)).isZero();
  }

  @Test
  @DisplayName("C2 who claimed a slot keeps his place when one who agreed to pay overtakes him")
  void overtaken() {
    Account account = signUp(1, "BASIC");
    UUID claimed = account.openSlots().getFirst();
    UUID overtaking = Ids.next();
    UUID claiming = Ids.next();
    UUID third = Ids.next();

    awaitTaken(invite(account, overtaking, "BASIC", null, true));
    awaitTaken(invite(account, claiming, "BASIC", claimed, false));
    awaitTaken(invite(account, third, "BASIC", claimed, false));

    assertThat(seat(overtaking).data().path("slotId").asString()).isEqualTo(claimed.toString());
    assertThat(seat(claiming).data().path("origin").asString()).isEqualTo("ADDED");
    assertThat(reason(third)).isEqualTo("NO_CONSENT");
  }

  @Test
  @DisplayName("E7 not even an accepted charge of another buys for an account that is past due")
  void overtakenPastDue() {
    Account account = signUp(1, "BASIC");
    UUID claiming = Ids.next();
    awaitTaken(invite(account, Ids.next(), "BASIC", null, true));
    standing(account, "PAST_DUE");

    awaitTaken(invite(account, claiming, "BASIC", account.openSlots().getFirst(), false));

    assertThat(seat(claiming).type()).isEqualTo("seat.refused");
  }

  @ParameterizedTest
  @DisplayName("What breaks the contract becomes a dead letter at once, and the others go on")
  @ValueSource(
      strings = {
        "{}",
        "not json",
        "{\"accountId\":\"%1$s\",\"userId\":\"%2$s\",\"version\":1,\"actor\":{\"type\":\"SYSTEM\"}}",
        "{\"accountId\":\"%1$s\",\"userId\":\"%2$s\",\"version\":1,\"actor\":{\"type\":\"SYSTEM\"},"
            + "\"seatRequest\":{\"plan\":\"GOLD\",\"acceptCharges\":true}}",
        "{\"accountId\":\"%2$s\",\"userId\":\"%2$s\",\"version\":1,\"actor\":{\"type\":\"SYSTEM\"},"
            + "\"seatRequest\":{\"plan\":\"PRO\",\"acceptCharges\":true}}"
      })
  void brokenIsDeadLetter(String data) {
    Account account = signUp(1, "BASIC");
    UUID user = Ids.next();
    UUID other = Ids.next();
    byte[] raw = data.formatted(account.id(), user).getBytes(StandardCharsets.UTF_8);

    topics.send(USERS, user.toString(), "user.invited", account.id(), raw, Ids.next());
    awaitTaken(invite(account, other, "BASIC", null, false));

    await(
        "dead letter",
        () -> count("select count(*) from dead_letter where key = ?", user.toString()) == 1);
    assertThat(seat(other).type()).isEqualTo("seat.occupied");
    assertThat(count("select count(*) from seat where user_id = ?", user)).isZero();
  }

  @ParameterizedTest
  @DisplayName("A6 every table with accounts shows a transaction the rows of its own account only")
  @ValueSource(
      strings = {"billing_account", "plan_slot", "seat", "charge_interval", "waiting_seat_request"})
  void rowLevelSecurity(String table) {
    Account account = signUp(1, "BASIC");
    Account unknown = newAccount(1);
    awaitTaken(invite(unknown, Ids.next(), "BASIC", null, false));
    Account owner = table.equals("waiting_seat_request") ? unknown : account;

    assertThat(rows(table)).isZero();
    assertThat(Tenancy.as(owner.id(), () -> rows(table))).isPositive();
    assertThat(Tenancy.as(Ids.next(), () -> rows(table))).isZero();
  }

  @ParameterizedTest
  @DisplayName(
      "E3 the service itself can't rewrite the timeline, a price list or the past of a seat")
  @ValueSource(
      strings = {
        "update charge_interval set started_at = started_at",
        "update charge_interval set plan = 'PRO'",
        "delete from charge_interval",
        "update price_list set effective_from = effective_from",
        "delete from price_list",
        "delete from seat",
        "delete from plan_slot",
        "delete from billing_account"
      })
  void historyStays(String statement) {
    assertThatThrownBy(() ->
            Tenancy.asSystem(() -> transaction.execute(status -> jdbc.sql(statement).update())))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  private long rows(String table) {
    Long count =
        transaction.execute(
            status -> jdbc.sql("select count(*) from " + table).query(Long.class).single());
    return count == null ? -1 : count;
  }

  private void standing(Account account, String standing) {
    database()
        .sql("update billing_account set standing = ? where account_id = ?")
        .params(standing, account.id())
        .update();
  }

  private String reason(UUID user) {
    return seat(user).data().path("reason").asString();
  }

  private List<Long> versionsTold(Account account) {
    return topics.all("billing.accounts.v1", account.id().toString()).stream()
        .map(event -> event.data().path("version").asLong())
        .toList();
  }

  private static List<UUID> users(int count) {
    return IntStream.range(0, count).mapToObj(i -> Ids.next()).toList();
  }

  private static void atOnce(List<Runnable> works) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(works.size())) {
      List<Future<?>> running = works.stream().<Future<?>>map(threads::submit).toList();
      for (Future<?> each : running) {
        each.get();
      }
    }
  }
}
