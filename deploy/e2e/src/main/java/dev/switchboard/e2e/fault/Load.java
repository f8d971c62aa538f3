package dev.switchboard.e2e.fault;

import dev.switchboard.e2e.audit.Ledger;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.client.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Invites at a steady rate, whatever happens to the suite. A request without a definite answer is
 * repeated with the same key until it has one, as a careful client does.
 */
final class Load {
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int UNAUTHORIZED = 401;
  private static final int TOO_MANY = 429;

  private final List<Company> companies;
  private final Ledger ledger;
  private final Random random;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
  private int sent;

  Load(List<Company> companies, Ledger ledger, Random random) {
    this.companies = companies;
    this.ledger = ledger;
    this.random = random;
  }

  /** Sends for so long, without waiting for answers. */
  void run(Duration time, int perSecond) throws InterruptedException {
    long began = System.nanoTime();
    long end = began + time.toNanos();
    while (System.nanoTime() - end < 0) {
      long due = began + Duration.ofSeconds(1).toNanos() * sent / perSecond;
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      send();
      sent++;
    }
  }

  /** Waits for the last answers. */
  void finish() throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(PATIENCE.multipliedBy(2).toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("requests do not end");
    }
  }

  /** How often each answer came, repetitions included. */
  Map<String, Long> answers() {
    Map<String, Long> counts = new TreeMap<>();
    answers.forEach((answer, count) -> counts.put(answer, count.sum()));
    return counts;
  }

  /** Most are good; some ask for one address twice at once, or for something impossible. */
  private void send() {
    Company company = companies.get(random.nextInt(companies.size()));
    String plan = List.of("BASIC", "PLUS", "PRO").get(random.nextInt(3));
    int kind = random.nextInt(20);
    String email = kind == 0 ? "nobody-" + UUID.randomUUID() : Company.newEmail("fault");
    threads.execute(() -> invite(company, email, plan));
    if (kind == 1) {
      threads.execute(() -> invite(company, email, plan));
    }
  }

  private void invite(Company company, String email, String plan) {
    String key = UUID.randomUUID().toString();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    int status = 0;
    while (System.nanoTime() - deadline < 0) {
      try {
        Answer answer = company.admin().post("/users", Company.invitation(email, plan, true), key);
        status = answer.status();
        count(status + " " + answer.code());
        if (answer.status() == 201) {
          ledger.invited(company.accountId(), email, plan, answer.body().path("id").asString());
          return;
        }
        if (status >= 400 && status < 500 && status != UNAUTHORIZED && status != TOO_MANY) {
          ledger.refused(company.accountId(), email, plan, status);
          return;
        }
      } catch (IOException noAnswer) {
        status = 0;
        count("no answer: " + noAnswer.getClass().getSimpleName());
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    ledger.unknown(company.accountId(), email, plan, status);
  }

  private void count(String answer) {
    answers.computeIfAbsent(answer.strip(), each -> new LongAdder()).increment();
  }
}
