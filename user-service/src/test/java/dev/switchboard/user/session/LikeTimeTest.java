package dev.switchboard.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.RankTest;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A3, D3: how long an answer takes tells nobody whether an address is known. */
class LikeTimeTest extends UserServiceTest {
  private static final String WRONG = "not-the-right-words";
  private static final int PAIRS = 500;
  private static final int ROUNDS = 4; // the fifth failure of an address is the first with a wait

  @Test
  @DisplayName("A3 wrong e-mail and wrong password: a rank test can't tell their times apart")
  void signIn() {
    List<String> known = addressesOf(PAIRS / ROUNDS);
    List<String> unknown = unknownAddresses(PAIRS / ROUNDS);
    warmUp();
    RankTest times = new RankTest();

    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < known.size(); i++) {
        String his = known.get(i);
        String nobodys = unknown.get(i);
        times.pair(() -> refused(his), () -> refused(nobodys));
      }
    }

    assertThat(times.z()).isBetween(-4.0, 4.0);
  }

  @Test
  @DisplayName("D3 a link for a known and an unknown address: a rank test can't tell them apart")
  void passwordReset() {
    List<String> known = addressesOf(10);
    List<String> unknown = unknownAddresses(10);
    for (int i = 0; i < 50; i++) {
      asked(Company.newEmail("warm"));
    }
    RankTest times = new RankTest();

    for (int round = 0; round < PAIRS / known.size(); round++) {
      for (int i = 0; i < known.size(); i++) {
        String his = known.get(i);
        String nobodys = unknown.get(i);
        times.pair(() -> asked(his), () -> asked(nobodys));
      }
    }

    assertThat(times.z()).isBetween(-4.0, 4.0);
  }

  private List<String> addressesOf(int companies) {
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < companies; i++) {
      addresses.add(this.companies.signUp(1, 0, 0).adminEmail());
    }
    return addresses;
  }

  /** As long as those of admins, in the same way. */
  private static List<String> unknownAddresses(int count) {
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      addresses.add(Company.newEmail("admin"));
    }
    return addresses;
  }

  private void warmUp() {
    for (int i = 0; i < 10; i++) {
      refused(Company.newEmail("warm"));
    }
  }

  private void refused(String email) {
    assertThat(signIn(email, WRONG).getStatus()).isEqualTo(401);
  }

  private void asked(String email) {
    assertThat(post("/api/v1/password-resets", Map.of("email", email)).getStatus()).isEqualTo(202);
  }
}
