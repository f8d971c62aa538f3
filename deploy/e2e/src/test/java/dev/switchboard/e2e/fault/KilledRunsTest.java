package dev.switchboard.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.Cards;
import dev.switchboard.e2e.client.Await;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.FreePorts;
import dev.switchboard.local.process.ManagedProcess;
import dev.switchboard.paymentprovider.Charge;
import dev.switchboard.paymentprovider.TestCard;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Six instances of billing-service at work at once: {@code deploy/e2e/outages} runs it. */
@Tag("long")
@Timeout(900)
class KilledRunsTest extends Outages {
  private static final String SERVICE = "billing-service";
  private static final int INSTANCES = 6;
  private static final int COMPANIES = 40;
  private static final int MONTHS = 9; // before that there were no prices
  private static final int KILLS = 18;
  private static final int PORTS_EACH = 2;
  private static final long SEED = 20261130;

  @Test
  @DisplayName(
      "E8 the run started six times at once and killed (-9) at random: each statement once, each payment once")
  void killed() throws Exception {
    List<Company> companies = new ArrayList<>();
    for (int i = 0; i < COMPANIES; i++) {
      Company company = Company.signUp(suite.baseUrl(), 2, 1, 0);
      companies.add(company);
      Cards cards = new Cards(company);
      cards.enter(i % 3 == 0 ? TestCard.LOSES_ANSWER : TestCard.SUCCEEDS);
      // The first try came with the statement, before there was a card.
      cards.comeToTheNextTry(suite);
    }
    Await.until("the first statements are paid", LONG, () -> unpaid(companies) == 0);
    suite.process(SERVICE).stop();
    for (Company company : companies) {
      new Cards(company).ageBy(suite, MONTHS);
    }

    List<ManagedProcess> instances = new ArrayList<>();
    int ports = FreePorts.base();
    for (int i = 1; i <= INSTANCES; i++) {
      instances.add(suite.another(SERVICE, i, ports + PORTS_EACH * i));
    }
    try {
      instances.forEach(ManagedProcess::start);
      kill(instances, companies);
      Await.until(
          "all statements are issued and paid",
          LONG,
          () -> statements(companies) == COMPANIES * (MONTHS + 1) && unpaid(companies) == 0);
    } finally {
      instances.forEach(ManagedProcess::stop);
      suite.process(SERVICE).start();
    }
    suite.awaitReady();

    assertThat(
            suite.paymentProvider().charges().stream()
                .collect(Collectors.groupingBy(this::paymentId, Collectors.counting())))
        .as("times that each statement was charged")
        .allSatisfy((statement, times) -> assertThat(times).isEqualTo(1));
    provenByAudit();
  }

  private String paymentId(Charge charge) {
    return charge.metadata().getOrDefault("payment_id", "");
  }

  /** Kills one after the other, as soon as the first of them is at work. */
  private static void kill(List<ManagedProcess> instances, List<Company> companies)
      throws Exception {
    long before = statements(companies);
    Await.until("the run has begun", LONG, () -> statements(companies) > before);
    Random random = new Random(SEED);
    for (int i = 0; i < KILLS; i++) {
      Thread.sleep(Duration.ofMillis(random.nextInt(200, 2500)));
      ManagedProcess one = instances.get(random.nextInt(instances.size()));
      if (one.isAlive()) {
        one.kill9();
      }
    }
  }

  private static long statements(List<Company> companies) throws SQLException {
    return Cards.count(suite, "select count(*) from statement where account_id in (%s)", companies);
  }

  private static long unpaid(List<Company> companies) throws SQLException {
    long paid =
        Cards.count(
            suite,
            "select count(*) from payment where state = 'PAID' and account_id in (%s)",
            companies);
    return Math.max(companies.size(), statements(companies)) - paid;
  }
}
