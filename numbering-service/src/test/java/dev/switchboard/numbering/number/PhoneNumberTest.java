package dev.switchboard.numbering.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.time.Ids;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PhoneNumberTest {
  private static final E164 NUMBER = new E164("+12025550143");

  private final AccountId account = new AccountId(Ids.next());

  @Test
  @DisplayName("A1 a company main number is assigned, and no user's")
  void mainNumber() {
    Change<PhoneNumber> change = PhoneNumber.orderForCompany(NUMBER, account, "BUILT_IN", 0);

    assertThat(change.state())
        .isEqualTo(
            new PhoneNumber(
                NUMBER,
                account,
                PhoneNumber.State.ASSIGNED,
                PhoneNumber.Use.COMPANY_MAIN,
                null,
                Destination.greeting(),
                null,
                "BUILT_IN",
                1));
    assertThat(change.event())
        .isEqualTo(
            new NumberEvent.Assigned(Actor.system(), List.of("state", "use", "destination")));
  }

  @Test
  @DisplayName("F3 an assigned number has one holder, another none")
  void holder() {
    assertThatThrownBy(() -> number(PhoneNumber.State.ASSIGNED, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> number(PhoneNumber.State.UNASSIGNED, PhoneNumber.Use.COMPANY_MAIN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> number(PhoneNumber.State.ASSIGNED, PhoneNumber.Use.DIRECT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("D6 a direct number whose user is gone is back in the account's pool")
  void released() {
    Change<PhoneNumber> change = direct(new UserId(Ids.next())).release(Actor.system());

    assertThat(change.state())
        .isEqualTo(
            new PhoneNumber(
                NUMBER,
                account,
                PhoneNumber.State.UNASSIGNED,
                null,
                null,
                null,
                null,
                "BUILT_IN",
                3));
    assertThat(change.event())
        .isEqualTo(
            new NumberEvent.Released(
                Actor.system(), List.of("state", "use", "userId", "destination")));
  }

  @Test
  @DisplayName("D6 a direct number whose user is gone can be another user's at once")
  void reassigned() {
    UserId heir = new UserId(Ids.next());

    Change<PhoneNumber> change = direct(new UserId(Ids.next())).reassign(heir, Actor.system());

    assertThat(change.state())
        .isEqualTo(
            new PhoneNumber(
                NUMBER,
                account,
                PhoneNumber.State.ASSIGNED,
                PhoneNumber.Use.DIRECT,
                heir,
                Destination.user(heir),
                null,
                "BUILT_IN",
                3));
    assertThat(change.event())
        .isEqualTo(new NumberEvent.Assigned(Actor.system(), List.of("userId", "destination")));
  }

  @Test
  @DisplayName("B8 the company's main number is nobody's to hand on")
  void mainNumberStays() {
    PhoneNumber main = PhoneNumber.orderForCompany(NUMBER, account, "BUILT_IN", 0).state();

    assertThatThrownBy(() -> main.release(Actor.system()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> main.reassign(new UserId(Ids.next()), Actor.system()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName("B7 B8 an unused number gets a use, and one in use is unused again")
  void thereAndBack() {
    UserId user = new UserId(Ids.next());
    PhoneNumber unused = number(PhoneNumber.State.UNASSIGNED, null);

    Change<PhoneNumber> direct = unused.assign(user, Actor.system());
    Change<PhoneNumber> main = unused.assignToCompany(Actor.system());

    assertThat(direct.state().userId()).isEqualTo(user);
    assertThat(direct.event().changed()).containsExactly("state", "use", "userId", "destination");
    assertThat(main.state().use()).isEqualTo(PhoneNumber.Use.COMPANY_MAIN);
    assertThat(main.event().changed()).containsExactly("state", "use", "destination");
    for (PhoneNumber used : List.of(direct.state(), main.state())) {
      Change<PhoneNumber> back = used.unassign(Actor.system());
      assertThat(back.state().state()).isEqualTo(PhoneNumber.State.UNASSIGNED);
      assertThat(back.state().version()).isEqualTo(3);
      assertThatThrownBy(() -> used.assign(user, Actor.system()))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThatThrownBy(() -> unused.unassign(Actor.system()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName("F1 an ordered number is the pool's or a user's; nobody hears of the reservation")
  void ordered() {
    UserId user = new UserId(Ids.next());
    PhoneNumber reserved = PhoneNumber.reserve(NUMBER, account, "BUILT_IN", 4, null);

    Change<PhoneNumber> pool = reserved.order(Actor.system());
    Change<PhoneNumber> direct = reserved.orderFor(user, Actor.system());

    assertThat(pool.state().state()).isEqualTo(PhoneNumber.State.UNASSIGNED);
    assertThat(pool.state().version()).as("goes on from another account's").isEqualTo(5);
    assertThat(pool.event()).isEqualTo(new NumberEvent.Ordered(Actor.system(), List.of("state")));
    assertThat(direct.state().userId()).isEqualTo(user);
    assertThat(direct.state().destination()).isEqualTo(Destination.user(user));
    assertThatThrownBy(() -> pool.state().order(Actor.system()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName("F1 a released number rests, and is the account's again or nobody's")
  void rests() {
    Instant until = Instant.parse("2027-02-20T09:15:00Z");
    PhoneNumber resting =
        number(PhoneNumber.State.UNASSIGNED, null).giveBack(until, Actor.system()).state();

    assertThat(resting.state()).isEqualTo(PhoneNumber.State.QUARANTINED);
    assertThat(resting.keptUntil()).isEqualTo(until);
    Change<PhoneNumber> back = resting.takeBack(Actor.system());
    assertThat(back.state().state()).isEqualTo(PhoneNumber.State.UNASSIGNED);
    assertThat(back.state().keptUntil()).isNull();
    assertThat(back.event()).isInstanceOf(NumberEvent.Ordered.class);
    assertThat(resting.retire().state().state()).isEqualTo(PhoneNumber.State.AVAILABLE);
    assertThatThrownBy(() -> resting.assignToCompany(Actor.system()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> direct(new UserId(Ids.next())).giveBack(until, Actor.system()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName("F2 only a number in use leads somewhere, and when unassigned nowhere")
  void destination() {
    PhoneNumber direct = direct(new UserId(Ids.next()));

    Change<PhoneNumber> changed = direct.leadTo(Destination.voicemail(null), Actor.system());

    assertThat(changed.state().destination()).isEqualTo(Destination.voicemail(null));
    assertThat(changed.event())
        .isEqualTo(new NumberEvent.Changed(Actor.system(), List.of("destination")));
    assertThat(changed.state().unassign(Actor.system()).state().destination()).isNull();
    assertThatThrownBy(() ->
            number(PhoneNumber.State.UNASSIGNED, null)
                .leadTo(Destination.greeting(), Actor.system()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new Destination(Destination.Type.USER, null, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Destination(Destination.Type.FORWARD, null, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private PhoneNumber direct(UserId user) {
    return new PhoneNumber(
        NUMBER,
        account,
        PhoneNumber.State.ASSIGNED,
        PhoneNumber.Use.DIRECT,
        user,
        Destination.user(user),
        null,
        "BUILT_IN",
        2);
  }

  private PhoneNumber number(
      PhoneNumber.State state, PhoneNumber.@org.jspecify.annotations.Nullable Use use) {
    return new PhoneNumber(NUMBER, account, state, use, null, null, null, "BUILT_IN", 1);
  }
}
