package dev.switchboard.user.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.user.testing.AtOnce;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A3: what the database counts. */
class SignInThrottleTest extends UserServiceTest {
  private static final String WRONG = "not-the-right-words";

  @Autowired private SignInThrottle throttle;
  @Autowired private JdbcClient jdbc;
  @Autowired private SessionProperties properties;

  @Test
  @DisplayName(
      "A3 200 wrong passwords at once: never more tries than the limit, over a restart too")
  void manyAtOnce() {
    Company company = companies.signUp(1, 0, 0);
    String device = deviceSecret(signIn(company.adminEmail(), Company.PASSWORD));
    clock.hold();

    List<String> codes = AtOnce.run(200, i -> code(signIn(company.adminEmail(), WRONG + i)));

    assertThat(codes).filteredOn(code -> code.equals("auth.invalid-credentials")).hasSize(5);
    assertThat(codes)
        .filteredOn(code -> !code.equals("auth.invalid-credentials"))
        .containsOnly("auth.too-many-attempts");
    // Nothing of it is in the memory of the instance that counted.
    SignInThrottle ofAnotherInstance = new SignInThrottle(jdbc, clock, properties);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> ofAnotherInstance.count(company.adminEmail()))
        .satisfies(
            refused -> assertThat(refused.error()).isEqualTo(SessionError.TOO_MANY_ATTEMPTS));
    assertThat(signInFrom(device, company.adminEmail(), Company.PASSWORD).getStatus())
        .as("the owner gets in")
        .isEqualTo(200);
  }

  @Test
  @DisplayName("A3 after the free tries each wait lets exactly one of 50 at once try")
  void oneAfterEachWait() {
    String email = Company.newEmail("flood");
    clock.hold();
    AtOnce.run(50, i -> tried(email));
    for (int wait = 1; wait <= 5; wait++) {
      clock.advance(Duration.ofMinutes(1));

      List<Boolean> tried = AtOnce.run(50, i -> tried(email));

      assertThat(tried).filteredOn(each -> each).as("after wait %s", wait).hasSize(1);
    }
    clock.advance(Duration.ofMinutes(29));
    assertThat(tried(email)).as("locked").isFalse();
  }

  @Test
  @DisplayName("A3 an attempt that is taken back was none; those before it count on")
  void takenBack() {
    String email = Company.newEmail("back");
    clock.hold();
    for (int failure = 1; failure <= 4; failure++) {
      throttle.count(email);
    }
    for (int i = 0; i < 20; i++) {
      SignInThrottle.Attempt attempt = throttle.count(email);
      assertThat(attempt.failures()).isEqualTo(5);
      throttle.takeBack(attempt);
    }

    assertThat(tried(email)).as("the fifth failure").isTrue();
    assertThat(tried(email)).as("must wait").isFalse();
  }

  @Test
  @DisplayName("A3 what others count meanwhile stays, also when an attempt is taken back")
  void takenBackMeanwhile() {
    String email = Company.newEmail("back");
    clock.hold();
    for (int failure = 1; failure <= 3; failure++) {
      throttle.count(email);
    }
    SignInThrottle.Attempt mine = throttle.count(email);
    throttle.count(email);

    throttle.takeBack(mine);

    assertThat(tried(email)).as("the wait after the fifth holds").isFalse();
    clock.advance(Duration.ofSeconds(2));
    assertThat(throttle.count(email).failures()).isEqualTo(5);
  }

  @Test
  @DisplayName("A3 no try is refused because its clock is a little behind another's")
  void clockBehind() {
    String email = Company.newEmail("behind");
    clock.hold();
    throttle.takeBack(throttle.count(email));
    throttle.count(email);
    clock.advance(Duration.ofMillis(-40));

    assertThat(throttle.count(email).failures()).isEqualTo(2);
  }

  @Test
  @DisplayName("D3 forgetting an address forgets it on every device, and no other address")
  void forgetsAllOfAnAddress() {
    String email = Company.newEmail("forget");
    String other = Company.newEmail("other");
    clock.hold();
    for (int failure = 1; failure <= 5; failure++) {
      throttle.count(email);
      throttle.count(email, "device");
      throttle.count(other, "device");
    }

    throttle.forget(email);

    assertThat(throttle.count(email).failures()).isEqualTo(1);
    assertThat(throttle.count(email, "device").failures()).isEqualTo(1);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> throttle.count(other, "device"));
  }

  private boolean tried(String email) {
    try {
      throttle.count(email);
      return true;
    } catch (ProblemException refused) {
      return false;
    }
  }
}
