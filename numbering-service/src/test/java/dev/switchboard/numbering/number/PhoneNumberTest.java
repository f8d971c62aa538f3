package dev.switchboard.numbering.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.time.Ids;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PhoneNumberTest {
  private static final E164 NUMBER = new E164("+12025550143");

  private final AccountId account = new AccountId(Ids.next());

  @Test
  @DisplayName("A1 a company main number is assigned, and no user's")
  void mainNumber() {
    Change<PhoneNumber> change = PhoneNumber.orderForCompany(NUMBER, account, "BUILT_IN");

    assertThat(change.state())
        .isEqualTo(
            new PhoneNumber(
                NUMBER,
                account,
                PhoneNumber.State.ASSIGNED,
                PhoneNumber.Use.COMPANY_MAIN,
                null,
                "BUILT_IN",
                1));
    assertThat(change.event())
        .isEqualTo(new NumberEvent.Assigned(Actor.system(), List.of("state", "use")));
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
                NUMBER, account, PhoneNumber.State.UNASSIGNED, null, null, "BUILT_IN", 3));
    assertThat(change.event())
        .isEqualTo(new NumberEvent.Released(Actor.system(), List.of("state", "use", "userId")));
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
                "BUILT_IN",
                3));
    assertThat(change.event())
        .isEqualTo(new NumberEvent.Assigned(Actor.system(), List.of("userId")));
  }

  @Test
  @DisplayName("B8 the company's main number is nobody's to hand on")
  void mainNumberStays() {
    PhoneNumber main = PhoneNumber.orderForCompany(NUMBER, account, "BUILT_IN").state();

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
    assertThat(direct.event().changed()).containsExactly("state", "use", "userId");
    assertThat(main.state().use()).isEqualTo(PhoneNumber.Use.COMPANY_MAIN);
    assertThat(main.event().changed()).containsExactly("state", "use");
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

  private PhoneNumber direct(UserId user) {
    return new PhoneNumber(
        NUMBER, account, PhoneNumber.State.ASSIGNED, PhoneNumber.Use.DIRECT, user, "BUILT_IN", 2);
  }

  private PhoneNumber number(
      PhoneNumber.State state, PhoneNumber.@org.jspecify.annotations.Nullable Use use) {
    return new PhoneNumber(NUMBER, account, state, use, null, "BUILT_IN", 1);
  }
}
