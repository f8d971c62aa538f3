package dev.switchboard.numbering.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.switchboard.numbering.testing.CarrierSwitch;
import dev.switchboard.numbering.testing.NumberingTest;
import dev.switchboard.platform.time.Ids;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class MainNumberEdgeTest extends NumberingTest {
  private static final String ACCOUNTS = "user.accounts.v1";
  private static final String WANTED = "+14105550133";

  @Autowired private CarrierSwitch carrier;

  private final UUID account = Ids.next();

  @AfterEach
  void switchOn() {
    carrier.on();
  }

  @Test
  @DisplayName("F7 while the carrier does not answer, a search is told to come back later")
  void searchIsUnavailable() throws Exception {
    carrier.off();

    http.perform(get("/api/v1/phone-numbers/available"))
        .andExpect(status().isServiceUnavailable())
        .andExpect(content().contentType("application/problem+json"))
        .andExpect(jsonPath("$.code").value("service.unavailable"))
        .andExpect(header().exists("Retry-After"));
  }

  @Test
  @DisplayName("A1 a sign-up waits for a carrier that is down, and gets the number it wants")
  void signUpWaits() {
    carrier.off();
    UUID event =
        topics.send(
            ACCOUNTS, account.toString(), "account.signed-up", account, signedUp(account, WANTED));
    await("two attempts", () -> carrier.refused() >= 2);
    assertThat(mainNumbers(WANTED)).isZero();

    carrier.on();
    awaitTaken(event);

    assertThat(mainNumbers(WANTED)).isEqualTo(1);
    assertThat(count("select count(*) from dead_letter where key = ?", account.toString()))
        .isZero();
  }

  @ParameterizedTest
  @DisplayName("A sign-up that breaks its contract is a dead letter at once; others go on")
  @ValueSource(
      strings = {
        "{}",
        "{\"accountId\":\"%1$s\"}",
        "{\"accountId\":\"%1$s\",\"mainNumber\":\"2025550143\"}",
        "{\"accountId\":\"%1$s\",\"mainNumber\":7}",
        "{\"accountId\":\"%2$s\",\"mainNumber\":\"+14105550134\"}"
      })
  void brokenSignUp(String data) {
    UUID other = Ids.next();
    byte[] raw = data.formatted(account, other).getBytes(StandardCharsets.UTF_8);

    topics.send(ACCOUNTS, account.toString(), "account.signed-up", account, raw, Ids.next());

    await(
        "dead letter",
        () -> count("select count(*) from dead_letter where key = ?", account.toString()) == 1);
    awaitTaken(
        topics.send(
            ACCOUNTS,
            other.toString(),
            "account.signed-up",
            other,
            signedUp(other, "+14105550135")));
    assertThat(
            count("select count(*) from phone_number where account_id in (?, ?)", account, other))
        .isEqualTo(1);
  }

  private long mainNumbers(String number) {
    return count(
        "select count(*) from phone_number where account_id = ? and number = ?", account, number);
  }
}
