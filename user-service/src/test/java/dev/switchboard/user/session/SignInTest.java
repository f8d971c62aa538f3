package dev.switchboard.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.user.testing.AtOnce;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletResponse;

class SignInTest extends UserServiceTest {
  private static final String WRONG = "not-the-right-words";

  @Test
  @DisplayName("A3 wrong e-mail and wrong password answer alike")
  void answersAlike() {
    Company company = companies.signUp(1, 0, 0);

    MockHttpServletResponse wrongPassword = signIn(company.adminEmail(), WRONG);
    MockHttpServletResponse wrongEmail = signIn(Company.newEmail("nobody"), WRONG);
    MockHttpServletResponse noEmail = signIn("nobody", WRONG);

    assertThat(wrongPassword.getStatus()).isEqualTo(401);
    assertThat(code(wrongPassword)).isEqualTo("auth.invalid-credentials");
    assertThat(withoutTrace(wrongEmail)).isEqualTo(withoutTrace(wrongPassword));
    assertThat(withoutTrace(noEmail)).isEqualTo(withoutTrace(wrongPassword));
    assertThat(wrongEmail.getHeaderNames()).isEqualTo(wrongPassword.getHeaderNames());
  }

  @Test
  @DisplayName("A3 growing delay from the 5th failure, lock after the 10th for 30 minutes")
  void delayGrowsAndLocks() {
    Company company = companies.signUp(1, 0, 0);
    String email = company.adminEmail();
    clock.hold();
    for (int failure = 1; failure <= 5; failure++) {
      assertThat(code(signIn(email, WRONG))).isEqualTo("auth.invalid-credentials");
    }
    long before = 0;
    for (int failure = 6; failure <= 10; failure++) {
      MockHttpServletResponse refused = signIn(email, Company.PASSWORD);
      assertThat(refused.getStatus()).isEqualTo(429);
      assertThat(code(refused)).isEqualTo("auth.too-many-attempts");
      long wait = retryAfter(refused);
      assertThat(wait).as("the wait grows").isGreaterThan(before);
      before = wait;
      clock.advance(Duration.ofSeconds(wait));
      assertThat(code(signIn(email, WRONG))).isEqualTo("auth.invalid-credentials");
    }

    MockHttpServletResponse locked = signIn(email, Company.PASSWORD);
    assertThat(locked.getStatus()).isEqualTo(429);
    assertThat(code(locked)).isEqualTo("auth.locked");
    assertThat(retryAfter(locked)).isBetween(1790L, 1800L);
    clock.advance(Duration.ofMinutes(29));
    assertThat(code(signIn(email, Company.PASSWORD))).isEqualTo("auth.locked");
    clock.advance(Duration.ofMinutes(2));
    assertThat(signIn(email, Company.PASSWORD).getStatus()).isEqualTo(200);
  }

  @Test
  @DisplayName("A3 an unknown address is delayed and locked like a known one, in any case")
  void unknownAddressIsLocked() {
    String email = Company.newEmail("nobody");
    clock.hold();
    for (int failure = 1; failure <= 5; failure++) {
      String typed = failure % 2 == 0 ? email.toUpperCase(Locale.ROOT) : " " + email;
      assertThat(code(signIn(typed, WRONG))).isEqualTo("auth.invalid-credentials");
    }
    assertThat(code(signIn(email, WRONG))).isEqualTo("auth.too-many-attempts");
  }

  @Test
  @DisplayName("A3 a success forgets the failures before it")
  void successForgets() {
    Company company = companies.signUp(1, 0, 0);
    for (int round = 0; round < 2; round++) {
      for (int failure = 1; failure <= 4; failure++) {
        assertThat(signIn(company.adminEmail(), WRONG).getStatus()).isEqualTo(401);
      }
      assertThat(signIn(company.adminEmail(), Company.PASSWORD).getStatus()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("A3 32 wrong attempts at once get no more guesses than 5 in a row")
  void parallelAttemptsCantExceedTheAllowance() {
    Company company = companies.signUp(1, 0, 0);
    clock.hold();

    List<String> codes = AtOnce.run(32, i -> code(signIn(company.adminEmail(), WRONG + i)));

    assertThat(codes).filteredOn("auth.invalid-credentials"::equals).hasSizeLessThanOrEqualTo(5);
    assertThat(codes).filteredOn("auth.too-many-attempts"::equals).hasSizeGreaterThanOrEqualTo(27);
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  @DisplayName("I16 a password is never in a log, at debug level neither")
  void passwordIsInNoLog(CapturedOutput log) {
    LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
    List<String> loggers = List.of("dev.switchboard", "org.springframework.web.servlet.mvc.method");
    loggers.forEach(logger -> logging.setLogLevel(logger, LogLevel.DEBUG));
    try {
      Company company = companies.signUp(1, 0, 0);
      signIn(company.adminEmail(), Company.PASSWORD);
      signIn(company.adminEmail(), WRONG);
    } finally {
      loggers.forEach(logger -> logging.setLogLevel(logger, null));
    }
    assertThat(log.getAll()).doesNotContain(Company.PASSWORD).doesNotContain(WRONG);
  }

  @Test
  @DisplayName("A3 a flood of sign-ins does not slow the list")
  void floodDoesNotSlowTheList() {
    Company company = companies.signUp(1, 0, 0);
    company.list("");

    List<Long> answers =
        AtOnce.run(
            50,
            i -> {
              if (i < 30) {
                signIn(Company.newEmail("flood"), WRONG);
                return -1L;
              }
              pause(Duration.ofMillis(20L * (i - 29)));
              return nanos(() -> company.list(""));
            });

    List<Long> lists = answers.stream().filter(nanos -> nanos >= 0).toList();
    assertThat(Duration.ofNanos(median(lists))).isLessThan(Duration.ofMillis(200));
  }

  private String withoutTrace(MockHttpServletResponse answer) {
    return answer.getStatus()
        + answer.getContentType()
        + Company.read(answer).replaceFirst("\"traceId\":\"[^\"]*\",?", "");
  }

  private static long retryAfter(MockHttpServletResponse answer) {
    return Long.parseLong(String.valueOf(answer.getHeader("Retry-After")));
  }

  private static long nanos(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
