package dev.switchboard.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.client.Await;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.client.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Slots, prices and consent, through the gateway. */
class ChargeJourneyTest extends JourneyTest {

  @Test
  @DisplayName(
      "C2 without an open slot and without consent: 402 with the price, and nothing changes")
  void noSlotNoConsent() throws Exception {
    Company company = Company.signUp(baseUrl(), 1, 0, 0);
    awaitSettled(company, company.adminEmail());
    String email = Company.newEmail("late");

    Answer refused = company.invite(email, "PRO", false).expect(402);

    assertThat(refused.code()).isEqualTo("user.charge-not-accepted");
    JsonNode quote = refused.body().path("quote");
    assertThat(quote.path("monthlyIncrease").path("amountCents").asLong()).isEqualTo(2999);
    assertThat(quote.path("lines").path(0).path("plan").asString()).isEqualTo("PRO");
    assertThat(company.list().path("total").asLong()).isEqualTo(1);

    company.invite(email, "PRO", true).expect(201);
    awaitSettled(company, email);
    assertThat(company.row(email).path("plan").asString()).isEqualTo("PRO");
  }

  @Test
  @DisplayName(
      "C2 32 invitations at once into 10 open slots: 10 succeed with 10 extensions, 22 are refused")
  void race() throws Exception {
    Company company = Company.signUp(baseUrl(), 11, 0, 0);
    awaitSettled(company, company.adminEmail());
    List<Answer> answers = new ArrayList<>();
    List<String> emails = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
      List<Future<Answer>> futures = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        String email = Company.newEmail("race" + i);
        emails.add(email);
        futures.add(threads.submit(() -> company.invite(email, "BASIC", false)));
      }
      for (Future<Answer> future : futures) {
        answers.add(future.get());
      }
    }
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(10);
    assertThat(answers)
        .filteredOn(answer -> answer.code().equals("user.charge-not-accepted"))
        .hasSize(22);
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).status() == 201) {
        awaitSettled(company, emails.get(i));
        mailbox().await(emails.get(i), 1, Duration.ofSeconds(20));
      }
    }
    Await.until(
        "11 users remain",
        Duration.ofSeconds(5),
        () -> company.list().path("total").asLong() == 11);
    Set<String> extensions = new HashSet<>();
    company.list().path("items").forEach(row -> extensions.add(row.path("extension").asString()));
    assertThat(extensions).hasSize(11).contains("101", "111");
  }
}
