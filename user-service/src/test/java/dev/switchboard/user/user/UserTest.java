package dev.switchboard.user.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.plan.Plan;
import dev.switchboard.user.plan.SlotId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UserTest {
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
  @DisplayName("A7 support makes an ACTIVE user admin; nothing else of him changes")
  void becomesAdmin() {
    User user = inState(UserState.ACTIVE);
    Actor support = Actor.support(ADMIN.value());

    Change<User> change = user.changeRole(Role.ADMIN, support);

    assertThat(change.state()).usingRecursiveComparison().ignoringFields("role").isEqualTo(user);
    assertThat(change.state().role()).isEqualTo(Role.ADMIN);
    assertThat(change.event())
        .isEqualTo(new UserEvent.RoleChanged(support, java.util.List.of("role")));
  }

  @ParameterizedTest
  @DisplayName("A7 who can't sign in is not made admin; a suspended admin can lose the role")
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
  void othersDoNotBecomeAdmin(UserState state) {
    User user = inState(state);
    Actor support = Actor.support(ADMIN.value());

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> user.changeRole(Role.ADMIN, support))
        .matches(problem ->
            problem.error()
                == (state == UserState.INVITED ? UserError.NOT_JOINED : UserError.STATE_CONFLICT));
    if (state == UserState.SUSPENDED) {
      assertThat(user.changeRole(Role.USER, support).state().role()).isEqualTo(Role.USER);
    }
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
