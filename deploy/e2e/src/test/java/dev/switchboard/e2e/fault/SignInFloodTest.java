package dev.switchboard.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.client.Await;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.client.Answer;
import dev.switchboard.local.client.Client;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many try to guess one person's password, from everywhere at once. */
@Timeout(600)
class SignInFloodTest extends Outages {
  private static final int TRIES = 1000;
  private static final int ADDRESSES = 100;

  /** As many failures lock an address (A3). */
  private static final int LIMIT = 10;

  /**
   * What half of the reads take at most. A list that waited for the flood's password hashes would
   * take ten times that; a single read may meet the moment in which a thousand connections are
   * opened on a busy machine.
   */
  private static final long QUICK_MILLIS = 1000;

  @Test
  @DisplayName(
      "A3 1,000 wrong passwords at once, over a kill -9: never more tries than the limit; the owner gets in, the list is quick")
  void flood() throws Exception {
    Company company = company();
    AtomicInteger answered = new AtomicInteger();
    AtomicInteger looked = new AtomicInteger();
    List<Future<?>> tries = new ArrayList<>();
    List<Long> reads = new ArrayList<>();
    read(company);
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < TRIES; i++) {
        Client stranger = Client.from(suite.baseUrl(), "127.0.1." + (1 + i % ADDRESSES));
        tries.add(
            crowd.submit(() -> untilRefused(stranger, company.adminEmail(), answered, looked)));
      }
      while (answered.get() < TRIES / 2) {
        reads.add(read(company));
      }
      suite.process("user-service").kill9();
      suite.awaitReady();
      for (Future<?> each : tries) {
        each.get(5, TimeUnit.MINUTES);
      }
    }

    assertThat(answered.get()).isEqualTo(TRIES);
    assertThat(looked.get()).as("passwords that were looked at").isBetween(1, LIMIT);
    assertThat(reads.stream().sorted().toList().get(reads.size() / 2))
        .as("ms that half of the lists took at most, of %s", reads)
        .isLessThan(QUICK_MILLIS);
    assertThat(company.stranger().signIn(company.adminEmail(), Company.PASSWORD).status())
        .as("the right password from a device that nobody knows")
        .isEqualTo(429);
    Await.until(
        "the owner signs in with his device",
        LONG,
        () -> company.admin().signIn(company.adminEmail(), Company.PASSWORD).status() == 200);
    company.admin().get("/users").expect(200);
  }

  /** Tries until it has a definite answer. */
  private static void untilRefused(
      Client stranger, String email, AtomicInteger answered, AtomicInteger looked) {
    Answer answer = attempt(stranger, email);
    while (answer == null || answer.status() >= 500 || answer.code().equals("limit.rate")) {
      Persistence.pause(Duration.ofMillis(500));
      answer = attempt(stranger, email);
    }
    if (answer.status() == 401) {
      looked.incrementAndGet();
    } else {
      assertThat(answer.code()).isIn("auth.too-many-attempts", "auth.locked");
    }
    answered.incrementAndGet();
  }

  private static @Nullable Answer attempt(Client stranger, String email) {
    try {
      return stranger.signIn(email, "a wrong guess of somebody");
    } catch (IOException noAnswer) {
      return null;
    }
  }

  private static long read(Company company) throws IOException {
    long began = System.nanoTime();
    company.admin().get("/users").expect(200);
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }
}
