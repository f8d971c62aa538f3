package dev.switchboard.billing.seat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.testing.ClosedAccounts;
import dev.switchboard.billing.testing.DeletedUsers;
import dev.switchboard.billing.testing.WebTest;
import dev.switchboard.platform.time.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** E3, E4: an account that was erased pays for nothing from that moment on. */
class CloseAccountTest extends WebTest {
  /** After all that the test does before. */
  private final Instant closedAt = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MILLIS);

  private final String number =
      "+1303%07d".formatted(ThreadLocalRandom.current().nextInt(2_000_000, 10_000_000));

  @Test
  @DisplayName("E3 open slots are removed and numbers count no more, from the moment it left")
  void closes() {
    awaitTaken(numberOrdered(1));

    awaitTaken(erase());

    assertThat(standing()).isEqualTo("CLOSED");
    assertThat(
            count("select count(*) from plan_slot where account_id = ? and state = 'OPEN'", id()))
        .isZero();
    assertThat(slotsPaid()).as("the admin's only, until his deletion is told").isEqualTo(1);
    assertThat(ends("charge_interval", "slot_id <> '" + account.adminSlot() + "'"))
        .hasSize(2)
        .containsOnly(closedAt);
    assertThat(ends("number_interval", "number = '" + number + "'")).hasSize(1);
    JsonNode told = topics.all("billing.accounts.v1", id().toString()).getLast().data();
    assertThat(told.path("standing").asString())
        .as("the contract knows no other")
        .isEqualTo("PAST_DUE");
    assertThat(told.path("openSlots")).isEmpty();
    assertThat(told.path("changed").valueStream().map(JsonNode::asString))
        .containsExactly("standing", "openSlots");
  }

  @Test
  @DisplayName(
      "E3 the seats go with the users, who left when the account did, in whatever order it is told")
  void seats() {
    UUID before = seated("PLUS");
    UUID after = seated("PRO");
    awaitTaken(users().delete(before, 2, false, closedAt));
    awaitTaken(erase());
    awaitTaken(users().delete(after, 2, false, closedAt));
    awaitTaken(users().delete(account.admin(), 2, false, closedAt));

    assertThat(slotsPaid()).isZero();
    assertThat(ends("charge_interval", "true")).hasSize(5).containsOnly(closedAt);
    assertThat(ends("seat_interval", "true")).hasSize(3).containsOnly(closedAt);
  }

  @Test
  @DisplayName(
      "D6 a slot that was to be kept, and becomes open later, is removed as of that moment")
  void keptSlot() {
    UUID user = seated("PLUS");
    awaitTaken(erase());

    awaitTaken(users().delete(user, 2, true, closedAt.minusSeconds(60)));

    assertThat(
            count("select count(*) from plan_slot where account_id = ? and state = 'OPEN'", id()))
        .isZero();
    assertThat(ends("charge_interval", "plan = 'PLUS'")).containsExactly(closedAt);
  }

  @Test
  @DisplayName("C2 whoever is invited or gets a number later costs nothing and has no seat")
  void latecomers() {
    awaitTaken(erase());

    UUID late = Ids.next();
    awaitTaken(invite(account, late, "BASIC", null, true));
    awaitTaken(numberOrdered(1));

    assertThat(seat(late).type()).isEqualTo("seat.refused");
    assertThat(seat(late).data().path("reason").asString()).isEqualTo("ACCOUNT_CLOSED");
    assertThat(count("select count(*) from number_interval where number = ?", number)).isZero();
    refused(
        call("PUT", "/api/v1/users/" + account.admin() + "/plan", "{\"plan\":\"BASIC\"}", "*"),
        404,
        "resource.not-found",
        null);
  }

  @Test
  @DisplayName("K1 told twice, or told again, it is closed once")
  void twice() {
    UUID first = erase();
    awaitTaken(first);
    int told = topics.all("billing.accounts.v1", id().toString()).size();

    awaitTaken(ClosedAccounts.erase(topics, id(), closedAt.plusSeconds(60)));

    assertThat(topics.all("billing.accounts.v1", id().toString())).hasSize(told);
    assertThat(
            database()
                .sql("select closed_at from billing_account where account_id = ?")
                .param(id())
                .query((row, index) -> row.getTimestamp(1).toInstant())
                .single())
        .isEqualTo(closedAt);
  }

  private UUID id() {
    return account.id();
  }

  private UUID erase() {
    return ClosedAccounts.erase(topics, id(), closedAt);
  }

  private DeletedUsers users() {
    return new DeletedUsers(topics, account);
  }

  private UUID numberOrdered(long version) {
    return topics.send(
        "numbering.numbers.v1",
        number,
        "number.ordered",
        id(),
        Map.of(
            "accountId",
            id(),
            "version",
            version,
            "changed",
            List.of("state"),
            "actor",
            Map.of("type", "SYSTEM"),
            "number",
            number,
            "state",
            "UNASSIGNED"));
  }

  private String standing() {
    return database()
        .sql("select standing from billing_account where account_id = ?")
        .param(id())
        .query(String.class)
        .single();
  }

  private long slotsPaid() {
    return count(
        "select count(*) from charge_interval where account_id = ? and ended_at is null", id());
  }

  private List<Instant> ends(String table, String which) {
    return database()
        .sql(
            "select ended_at from %s where account_id = ? and ended_at is not null and %s"
                .formatted(table, which))
        .param(id())
        .query((row, index) -> row.getTimestamp(1).toInstant())
        .list();
  }
}
