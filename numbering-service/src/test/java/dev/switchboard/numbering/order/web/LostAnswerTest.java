package dev.switchboard.numbering.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.testing.DeletedUsers;
import dev.switchboard.platform.time.Ids;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The carrier is away, or does what is asked and its answer is lost. */
class LostAnswerTest extends OrderTest {

  @Test
  @DisplayName("F1 while the carrier does not answer the order waits, and then it is done")
  void waits() {
    carrier.off();
    String number = fresh();
    UUID order = id(order(number, null, true));
    await("the carrier was asked", () -> carrier.refused() > 0);
    assertThat(read(order).path("state").asString()).isEqualTo("PENDING");

    carrier.on();
    clock.advance(Duration.ofSeconds(30));

    awaitState(order, "ACTIVE");
  }

  @Test
  @DisplayName("F1 with the answer lost it is asked again: one number, told once")
  void lost() {
    carrier.mute();
    UUID user = invited();
    String number = fresh();
    UUID order = id(order(number, user, true));
    await("it was ordered", () -> timesOrdered(number) > 0);

    carrier.on();
    clock.advance(Duration.ofSeconds(30));

    awaitState(order, "ACTIVE");
    await("outbox is empty", () -> count("select count(*) from outbox") == 0);
    assertThat(topics.all("numbering.numbers.v1", number)).hasSize(1);
    assertThat(count("select count(*) from line where ? = any (direct_numbers)", number))
        .isEqualTo(1);
  }

  @Test
  @DisplayName("F1 a crash after the carrier's answer leaves the order to whoever is next")
  void crash() {
    String number = fresh();
    carrier.off();
    UUID order = id(order(number, null, true));
    await("the carrier was asked", () -> carrier.refused() > 0);
    carrier.on();
    database()
        .sql("update number_order set next_try_at = ? where order_id = ?")
        .params(java.sql.Timestamp.from(clock.instant().plusSeconds(20)), order)
        .update(); // somebody has it, and dies
    assertThat(read(order).path("state").asString()).isEqualTo("PENDING");

    clock.advance(Duration.ofSeconds(20));

    awaitState(order, "ACTIVE");
  }

  @Test
  @DisplayName(
      "F1 given up after ten minutes; the number is nobody's until the carrier has it back")
  void givesUp() {
    carrier.mute();
    String number = fresh();
    UUID order = id(order(number, null, true));
    await("it was ordered", () -> timesOrdered(number) > 0);
    clock.advance(Duration.ofMinutes(10));
    awaitState(order, "FAILED");
    assertThat(read(order).path("reason").asString()).isEqualTo("TIMED_OUT");

    refused(
        order(tokens.admin(Ids.next(), Ids.next()), number, null, true, null),
        409,
        "number.taken",
        null);
    carrier.on();
    clock.advance(Duration.ofHours(1));

    await(
        "it was given back",
        () -> carrier.givenBack().stream().anyMatch(each -> each.value().equals(number)));
    await(
        "it is nobody's",
        () -> count("select count(*) from phone_number where number = ?", number) == 0);
    assertThat(topics.all("numbering.numbers.v1", number)).isEmpty();
    awaitState(id(order(number, null, true)), "ACTIVE");
  }

  @Test
  @DisplayName("B7 whoever was to have it was deleted meanwhile: it goes back to the carrier")
  void userGone() {
    carrier.off();
    UUID user = invited();
    String number = fresh();
    UUID order = id(order(number, user, true));
    await("the carrier was asked", () -> carrier.refused() > 0);
    awaitSent(new DeletedUsers(topics, account).delete(user, 2));

    carrier.on();
    clock.advance(Duration.ofSeconds(30));

    awaitState(order, "FAILED");
    assertThat(read(order).path("reason").asString()).isEqualTo("USER_GONE");
    await(
        "it is nobody's",
        () -> count("select count(*) from phone_number where number = ?", number) == 0);
    assertThat(carrier.givenBack()).anyMatch(each -> each.value().equals(number));
  }

  @Test
  @DisplayName("B7 what was to be included and is not any more is not kept without consent")
  void noLongerIncluded() {
    carrier.off();
    UUID user = invited();
    awaitTaken(occupySeat(account, user, "PLUS", 1));
    String number = fresh();
    UUID order = id(order(number, user, false));
    await("the carrier was asked", () -> carrier.refused() > 0);
    awaitTaken(occupySeat(account, user, "BASIC", 2));

    carrier.on();
    clock.advance(Duration.ofSeconds(30));

    awaitState(order, "FAILED");
    assertThat(read(order).path("reason").asString()).isEqualTo("CHARGE_NOT_ACCEPTED");
  }

  private long timesOrdered(String number) {
    return carrier.ordered().stream().filter(each -> each.value().equals(number)).count();
  }
}
