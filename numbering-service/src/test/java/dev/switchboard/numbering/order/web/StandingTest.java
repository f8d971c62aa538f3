package dev.switchboard.numbering.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.time.Ids;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** E7: an account with an unpaid statement has no new numbers, and keeps using those it has. */
class StandingTest extends OrderTest {
  private static final String TOPIC = "billing.accounts.v1";

  @Test
  @DisplayName("E7 PAST_DUE: no number is reserved or ordered, for the pool or for a user")
  void noNewNumbers() {
    UUID user = invited();
    awaitTaken(occupySeat(account, user, "PLUS", 1));
    tell("PAST_DUE", 1);

    pastDue(reserve(asAdmin(), fresh()));
    pastDue(order(fresh(), null, true));
    pastDue(order(fresh(), null, false));
    pastDue(order(fresh(), user, true));
    pastDue(order(fresh(), user, false));
    assertThat(count("select count(*) from phone_number where account_id = ?", account)).isZero();
    assertThat(count("select count(*) from number_order where account_id = ?", account)).isZero();
    assertThat(count("select count(*) from number_allowance where account_id = ?", account))
        .isZero();
  }

  @Test
  @DisplayName("E7 PAST_DUE: a released number is not taken back; it rests on")
  void notTakenBack() {
    String number = fresh();
    unassigned(number, account);
    tell("PAST_DUE", 1);
    assertThat(release(number).getStatus()).isEqualTo(200);

    pastDue(takeBack(number));

    assertThat(state(number)).isEqualTo("QUARANTINED");
    tell("ACTIVE", 2);
    assertThat(takeBack(number).getStatus()).isEqualTo(200);
  }

  @Test
  @DisplayName("E7 PAST_DUE: the numbers of the account are assigned, unassigned and released")
  void usesItsNumbers() {
    UUID user = invited();
    String number = fresh();
    unassigned(number, account);
    tell("PAST_DUE", 1);

    assertThat(assign(number, user).getStatus()).isEqualTo(200);
    assertThat(state(number)).isEqualTo("ASSIGNED");
    assertThat(unassign(number).getStatus()).isEqualTo(200);
    assertThat(release(number).getStatus()).isEqualTo(200);
  }

  @Test
  @DisplayName("E7 what was ordered before the account was PAST_DUE goes through")
  void orderedBefore() {
    carrier.off();
    String number = fresh();
    UUID order = id(order(asAdmin(), number, null, true, "before"));
    await("the carrier was asked", () -> carrier.refused() > 0);
    tell("PAST_DUE", 1);

    assertThat(id(order(asAdmin(), number, null, true, "before"))).as("repeated").isEqualTo(order);
    carrier.on();
    clock.advance(Duration.ofSeconds(30));

    awaitState(order, "ACTIVE");
    assertThat(state(number)).isEqualTo("UNASSIGNED");
  }

  @Test
  @DisplayName("E7 an account that billing has not told of yet has its numbers")
  void notToldOf() {
    assertThat(reserve(asAdmin(), fresh()).getStatus()).isEqualTo(201);
    awaitState(id(order(fresh(), null, true)), "ACTIVE");
  }

  @Test
  @DisplayName("E7 news of the standing that come late change nothing; newer ones do")
  void late() {
    tell("PAST_DUE", 2);
    tell("ACTIVE", 1);
    pastDue(order(fresh(), null, true));

    tell("ACTIVE", 3);
    tell("PAST_DUE", 2);
    assertThat(order(fresh(), null, true).getStatus()).isEqualTo(201);
  }

  @Test
  @DisplayName("E7 the same news twice, as the same event or another, count once")
  void twice() {
    UUID event = tell("PAST_DUE", 1);
    tell("PAST_DUE", 1);
    tell("ACTIVE", 2);
    topics.send(
        TOPIC,
        account.toString(),
        "account.slots-changed",
        account,
        standing(account, "PAST_DUE", 1),
        event);
    tell("PAST_DUE", 1);

    assertThat(order(fresh(), null, true).getStatus()).isEqualTo(201);
    assertThat(count("select version from account_standing where account_id = ?", account))
        .isEqualTo(2);
  }

  @Test
  @DisplayName("E7 A6 another account's standing is nobody else's")
  void otherAccount() {
    awaitTaken(tellStanding(Ids.next(), "PAST_DUE", 1));

    assertThat(order(fresh(), null, true).getStatus()).isEqualTo(201);
  }

  private UUID tell(String standing, long version) {
    UUID event = tellStanding(account, standing, version);
    awaitTaken(event);
    return event;
  }

  private void pastDue(MockHttpServletResponse answer) {
    refused(answer, 409, "number.past-due", null);
  }

  private String state(String number) {
    return database()
        .sql("select state from phone_number where number = ? and account_id = ?")
        .params(number, account)
        .query(String.class)
        .single();
  }

  private MockHttpServletResponse assign(String number, UUID user) {
    return perform(
        changing(MockMvcRequestBuilders.put(PATH + "/{number}/assignment", number))
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"userId\":\"%s\"}".formatted(user)));
  }

  private MockHttpServletResponse unassign(String number) {
    return perform(changing(MockMvcRequestBuilders.delete(PATH + "/{number}/assignment", number)));
  }

  private MockHttpServletResponse release(String number) {
    return perform(changing(MockMvcRequestBuilders.delete(PATH + "/{number}", number)));
  }

  private MockHttpServletResponse takeBack(String number) {
    return perform(post(PATH + "/" + number + "/restore", "{\"acceptCharges\":true}", asAdmin()));
  }

  private MockHttpServletRequestBuilder changing(MockHttpServletRequestBuilder request) {
    return request.header("If-Match", "*").with(asAdmin());
  }
}
