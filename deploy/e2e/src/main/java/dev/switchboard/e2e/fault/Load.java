package dev.switchboard.e2e.fault;

import dev.switchboard.e2e.audit.Ledger;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.client.Mailbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Invites at a steady rate, whatever happens to the suite, and lets most of the invited live a
 * little. A request without a definite answer is repeated, an invitation with the same key.
 */
final class Load {
  private final List<Company> companies;
  private final Ledger ledger;
  private final Random random;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Persistence persistence = new Persistence();
  private final Mailbox mailbox;
  private int sent;

  Load(List<Company> companies, Ledger ledger, Mailbox mailbox, Random random) {
    this.companies = companies;
    this.ledger = ledger;
    this.random = random;
    this.mailbox = mailbox;
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
    if (!threads.awaitTermination(
        Persistence.PATIENCE.multipliedBy(2).toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("requests do not end");
    }
  }

  /** How often each answer came, repetitions included. */
  Map<String, Long> answers() {
    return persistence.answers();
  }

  /** Most are good; some ask for one address twice at once, or for something impossible. */
  private void send() {
    Company company = companies.get(random.nextInt(companies.size()));
    String plan = List.of("BASIC", "PLUS", "PRO").get(random.nextInt(3));
    int kind = random.nextInt(20);
    String email = kind == 0 ? "nobody-" + UUID.randomUUID() : Company.newEmail("fault");
    int course = random.nextInt(PersonLife.COURSES);
    threads.execute(() -> invite(company, email, plan, course));
    if (kind == 1) {
      threads.execute(() -> invite(company, email, plan, course));
    }
  }

  private void invite(Company company, String email, String plan, int course) {
    String key = UUID.randomUUID().toString();
    Persistence.Last last =
        persistence.send(
            () -> company.admin().post("/users", Company.invitation(email, plan, true), key));
    if (last.status() == 201) {
      String id = last.body().path("id").asString();
      ledger.invited(company.accountId(), email, plan, id);
      new PersonLife(company, email, id, persistence, mailbox, ledger).live(course);
    } else if (last.isDefinite()) {
      ledger.refused(company.accountId(), email, plan, last.status());
    } else {
      ledger.unknown(company.accountId(), email, plan, last.status());
    }
  }
}
