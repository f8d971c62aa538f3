package dev.switchboard.billing.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.testing.ClosedAccounts;
import dev.switchboard.billing.testing.FakeProvider.Does;
import dev.switchboard.billing.testing.PayingTest;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** E7: the card of an account that has left is forgotten, at the provider and here. */
class EraseCustomersTest extends PayingTest {
  @Autowired private EraseCustomers eraseCustomers;

  @Test
  @DisplayName("E7 the card of an erased account is forgotten at the provider, then here, once")
  void forgets() {
    enterCard(Does.SUCCEED);
    eraseCustomers.eraseAll();
    assertThat(cards()).as("who is there keeps his card").isEqualTo(1);
    erase();

    eraseCustomers.eraseAll();
    eraseCustomers.eraseAll();

    assertThat(provider.forgotten()).containsOnlyOnce(customer());
    assertThat(cards()).isZero();
  }

  @Test
  @DisplayName(
      "E7 as long as the provider does not answer the card is known, and is asked for again")
  void providerIsSilent() {
    enterCard(Does.SUCCEED);
    erase();
    provider.fallSilent(customer());
    eraseCustomers.eraseAll();
    assertThat(cards()).isEqualTo(1);

    provider.answerAgain(customer());
    eraseCustomers.eraseAll();

    assertThat(provider.forgotten()).contains(customer());
    assertThat(cards()).isZero();
  }

  @Test
  @DisplayName("E7 a card that comes back after that is not taken")
  void cardComesLate() {
    String setup = openCardPage();
    erase();
    eraseCustomers.eraseAll();
    provider.enter("page-" + setup, Does.SUCCEED);

    call("POST", "/api/v1/payment-method/setups/" + setup + "/complete", null, null);

    assertThat(cards()).isZero();
    assertThat(
            topics.all("user.audit.v1", account.id().toString()).stream()
                .map(event -> event.data().path("action").asString()))
        .doesNotContain("payment-method.changed");
  }

  private String customer() {
    return "cus-" + account.id();
  }

  private void erase() {
    awaitTaken(ClosedAccounts.erase(topics, account.id(), Instant.now()));
  }

  private long cards() {
    return count("select count(*) from payment_method where account_id = ?", account.id());
  }
}
