package dev.switchboard.user.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.plan.Plan;
import dev.switchboard.user.plan.SlotId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UserTest {
  private static final Actor BY_ADMIN = Actor.system();
  private static final Instant NOW = Instant.parse("2026-11-02T14:29:00Z");
  private static final AccountId ACCOUNT = new AccountId(new UUID(1, 1));
  private static final UserId ADMIN = new UserId(new UUID(2, 1));
  private static final UserId PERSON = new UserId(new UUID(2, 2));
  private static final SeatRequest SEAT =
      new SeatRequest(Plan.PRO, new SlotId(new UUID(3, 1)), false);
  private static final User.Profile PROFILE =
      new User.Profile(
          "José", "Okafor", new Email("jose@harborlight.example"), "en", "America/New_York");

  @Test
  @DisplayName("A1 the first admin is ACTIVE at once and signs himself up")
  void firstAdminIsActive() {
    Change<User> change = User.signUp(ADMIN, ACCOUNT, PROFILE, SEAT, NOW);

    assertThat(change.state().role()).isEqualTo(Role.ADMIN);
    assertThat(change.state().state()).isEqualTo(UserState.ACTIVE);
    assertThat(change.state().invitedBy()).isNull();
    assertThat(change.state().version()).isZero();
    assertThat(change.event()).isInstanceOf(UserEvent.SignedUp.class);
    assertThat(change.event().actor()).isEqualTo(Actor.user(ADMIN.value()));
  }

  @Test
  @DisplayName("C2 an invited person is a USER who has not yet joined, with the seat he is to have")
  void invitedPersonIsInvited() {
    Change<User> change = User.invite(PERSON, ACCOUNT, PROFILE, SEAT, ADMIN, NOW);

    assertThat(change.state().role()).isEqualTo(Role.USER);
    assertThat(change.state().state()).isEqualTo(UserState.INVITED);
    assertThat(change.state().seatRequest()).isEqualTo(SEAT);
    assertThat(change.state().invitedBy()).isEqualTo(ADMIN);
    assertThat(change.event()).isInstanceOf(UserEvent.Invited.class);
    assertThat(change.event().actor()).isEqualTo(Actor.user(ADMIN.value()));
    assertThat(change.event().changed()).contains("email", "state", "seatRequest");
  }

  @Test
  @DisplayName("The holder of the link joins; nothing but his state changes")
  void invitedPersonJoins() {
    User invited = inState(UserState.INVITED);

    Change<User> change = invited.join();

    assertThat(change.state())
        .usingRecursiveComparison()
        .ignoringFields("state")
        .isEqualTo(invited);
    assertThat(change.state().state()).isEqualTo(UserState.ACTIVE);
    assertThat(change.event())
        .isEqualTo(new UserEvent.Joined(Actor.link(PERSON.value()), java.util.List.of("state")));
  }

  @Test
  @DisplayName("Without a seat an invited person is withdrawn, with the reason")
  void invitedPersonIsWithdrawn() {
    Change<User> change = inState(UserState.INVITED).withdraw("NO_CONSENT");

    assertThat(change.state().state()).isEqualTo(UserState.WITHDRAWN);
    assertThat(change.state().withdrawnReason()).isEqualTo("NO_CONSENT");
    assertThat(change.event().actor()).isEqualTo(Actor.system());
    assertThat(change.event().changed()).containsExactly("state", "withdrawnReason");
  }

  @ParameterizedTest
  @DisplayName("Who is not INVITED can neither join nor be withdrawn")
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INVITED")
  void othersNeitherJoinNorAreWithdrawn(UserState state) {
    User user = inState(state);

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(user::join)
        .matches(problem -> problem.error() == UserError.NOT_INVITED);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> user.withdraw("NO_CONSENT"))
        .matches(problem -> problem.error() == UserError.NOT_INVITED);
  }

  @Test
  @DisplayName("D1 an edit tells which properties changed, and nothing when none did")
  void edit() {
    User user = inState(UserState.ACTIVE);
    User.Profile renamed =
        new User.Profile("Zoë", user.lastName(), user.email(), "fr", user.timeZone());

    Change<User> change = user.edit(renamed, new Mobile("+12125550187"), BY_ADMIN).orElseThrow();

    assertThat(change.event().changed()).containsExactly("firstName", "language", "mobile");
    assertThat(change.state().firstName()).isEqualTo("Zoë");
    assertThat(change.state().mobile()).isEqualTo(new Mobile("+12125550187"));
    assertThat(user.edit(user.profile(), user.mobile(), BY_ADMIN)).isEmpty();
  }

  @Test
  @DisplayName("C4 the address can be changed only while INVITED")
  void editAddress() {
    User.Profile moved =
        new User.Profile("José", "Okafor", new Email("other@harborlight.example"), "en", "UTC");

    assertThat(inState(UserState.INVITED).edit(moved, null, BY_ADMIN)).isPresent();
    for (UserState state : List.of(UserState.ACTIVE, UserState.SUSPENDED)) {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> inState(state).edit(moved, null, BY_ADMIN))
          .matches(problem -> problem.error() == UserError.EMAIL_FIXED);
    }
  }

  @Test
  @DisplayName("D5 only an active user is suspended, only a suspended one reactivated")
  void suspension() {
    assertThat(inState(UserState.ACTIVE).suspend(BY_ADMIN).state().state())
        .isEqualTo(UserState.SUSPENDED);
    assertThat(inState(UserState.SUSPENDED).reactivate(BY_ADMIN).state().state())
        .isEqualTo(UserState.ACTIVE);
    refuses(UserError.NOT_JOINED, () -> inState(UserState.INVITED).suspend(BY_ADMIN));
    refuses(UserError.NOT_JOINED, () -> inState(UserState.INVITED).reactivate(BY_ADMIN));
    refuses(UserError.STATE_CONFLICT, () -> inState(UserState.SUSPENDED).suspend(BY_ADMIN));
    refuses(UserError.STATE_CONFLICT, () -> inState(UserState.ACTIVE).reactivate(BY_ADMIN));
  }

  @ParameterizedTest
  @DisplayName("D6 a deletion is undone to the state before, until its time is over")
  @EnumSource(names = {"INVITED", "ACTIVE", "SUSPENDED"})
  void deleteAndRestore(UserState before) {
    Deletion decision =
        new Deletion(NOW, NOW.plusSeconds(60), before, Plan.PRO, null, ADMIN, false);
    User deleted = inState(before).delete(decision, BY_ADMIN).state();

    assertThat(deleted.state()).isEqualTo(UserState.DELETED);
    assertThat(deleted.isLive()).isFalse();
    Change<User> restored = deleted.restore(SEAT, NOW.plusSeconds(59), BY_ADMIN);
    assertThat(restored.state().state()).isEqualTo(before);
    assertThat(restored.state().deletion()).isNull();
    refuses(UserError.RESTORE_EXPIRED, () -> deleted.restore(SEAT, NOW.plusSeconds(60), BY_ADMIN));
    refuses(UserError.STATE_CONFLICT, () -> inState(before).restore(SEAT, NOW, BY_ADMIN));
  }

  @Test
  @DisplayName("D6 erased, nothing tells who it was, and it is final")
  void erase() {
    Deletion decision =
        new Deletion(NOW, NOW.plusSeconds(60), UserState.ACTIVE, null, null, null, false);
    User deleted = inState(UserState.ACTIVE).delete(decision, BY_ADMIN).state();
    User.Profile nobody =
        new User.Profile("Deleted", "user", new Email("x@erased.invalid"), "en", "UTC");

    User erased = deleted.erase(nobody, NOW.plusSeconds(61)).state();

    assertThat(erased.fullName()).isEqualTo("Deleted user");
    assertThat(erased.mobile()).isNull();
    assertThat(erased.erasedAt()).isEqualTo(NOW.plusSeconds(61));
    refuses(UserError.RESTORE_EXPIRED, () -> erased.restore(SEAT, NOW, BY_ADMIN));
  }

  @Test
  @DisplayName("A7 only an active user gets another role")
  void role() {
    assertThat(inState(UserState.ACTIVE).changeRole(Role.ADMIN, BY_ADMIN).state().role())
        .isEqualTo(Role.ADMIN);
    refuses(
        UserError.STATE_CONFLICT, () -> inState(UserState.ACTIVE).changeRole(Role.USER, BY_ADMIN));
    refuses(
        UserError.STATE_CONFLICT,
        () -> inState(UserState.SUSPENDED).changeRole(Role.ADMIN, BY_ADMIN));
    User suspended =
        inState(UserState.ACTIVE)
            .changeRole(Role.ADMIN, BY_ADMIN)
            .state()
            .suspend(BY_ADMIN)
            .state();
    assertThat(suspended.changeRole(Role.USER, BY_ADMIN).state().role()).isEqualTo(Role.USER);
    refuses(
        UserError.NOT_JOINED, () -> inState(UserState.INVITED).changeRole(Role.ADMIN, BY_ADMIN));
  }

  private static void refuses(UserError error, ThrowingCallable transition) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(transition)
        .matches(problem -> problem.error() == error);
  }

  private static User inState(UserState state) {
    User user = User.invite(PERSON, ACCOUNT, PROFILE, SEAT, ADMIN, NOW).state();
    return new User(
        user.userId(),
        user.accountId(),
        user.firstName(),
        user.lastName(),
        user.email(),
        user.role(),
        state,
        user.language(),
        user.timeZone(),
        user.seatRequest(),
        user.invitedBy(),
        null,
        null,
        null,
        null,
        user.createdAt(),
        3);
  }
}
