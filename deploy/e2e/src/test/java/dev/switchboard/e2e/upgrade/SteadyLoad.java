package dev.switchboard.e2e.upgrade;

import dev.switchboard.e2e.audit.Ledger;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.client.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Companies that go on working: they invite, edit and read at a steady rate. A 503 with Retry-After
 * is repeated as it says, as the console does; whatever else is not as hoped is a failure.
 */
public final class SteadyLoad implements AutoCloseable {
  private static final int UNAVAILABLE = 503;
  private static final int MOST_TRIES = 20;
  private static final long LONGEST_PAUSE = 5;

  private final List<Company> companies;
  private final Ledger ledger;
  private final int perSecond;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<UUID, String> lastInvited = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();
  private final Thread driver = Thread.ofPlatform().name("load").unstarted(this::drive);
  private volatile boolean ended;

  /**
   * Begins at once.
   *
   * @param ledger where invitations are noted
   */
  public SteadyLoad(List<Company> companies, Ledger ledger, int perSecond) {
    this.companies = companies;
    this.ledger = ledger;
    this.perSecond = perSecond;
    driver.start();
  }

  /** How often each answer came. */
  public Map<String, Long> answers() {
    return counts(answers);
  }

  /** What should not have been answered, and how often; empty when all is well. */
  public Map<String, Long> failures() {
    return counts(failures);
  }

  /** Ends, and waits for the last answers. */
  @Override
  public void close() {
    ended = true;
    try {
      driver.join();
      threads.shutdown();
      if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
        count(failures, "no end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      count(failures, "interrupted");
    }
  }

  private void drive() {
    long began = System.nanoTime();
    for (int sent = 0; !ended; sent++) {
      Company company = companies.get(sent % companies.size());
      int kind = sent / companies.size() % 6;
      threads.execute(() -> act(company, kind));
      try {
        TimeUnit.NANOSECONDS.sleep(
            began + Duration.ofSeconds(1).toNanos() * (sent + 1) / perSecond - System.nanoTime());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void act(Company company, int kind) {
    switch (kind) {
      case 0 -> invite(company);
      case 1 -> send("list", 200, () -> company.admin().get("/users?limit=50"));
      case 2 -> send("numbers", 200, () -> company.admin().get("/phone-numbers"));
      case 3 -> edit(company);
      case 4 -> send("preview", 200, () -> company.admin().get("/statements/next"));
      default -> send("session", 200, () -> company.admin().get("/session"));
    }
  }

  private void invite(Company company) {
    String email = Company.newEmail("rolling");
    String key = UUID.randomUUID().toString();
    String id =
        send(
            "invite",
            201,
            () -> company.admin().post("/users", Company.invitation(email, "BASIC", true), key));
    ledger.invited(company.accountId(), email, "BASIC", id);
    if (!id.isEmpty()) {
      lastInvited.put(company.accountId(), id);
    }
  }

  /** Whoever was invited last gets another name and time zone. */
  private void edit(Company company) {
    String id = lastInvited.get(company.accountId());
    if (id != null) {
      send(
          "edit",
          200,
          () ->
              company
                  .admin()
                  .patch(
                      "/users/" + id, Map.of("firstName", "Zoë", "timeZone", "Europe/Paris"), "*"));
    }
  }

  /** Sends until there is a lasting answer; returns the id in it. */
  private String send(String what, int hoped, Callable<Answer> call) {
    for (int i = 0; i < MOST_TRIES; i++) {
      try {
        Answer answer = call.call();
        count(answers, what + " " + answer.status());
        long pause = answer.headers().firstValueAsLong("Retry-After").orElse(0);
        if (answer.status() != UNAVAILABLE || pause < 1 || pause > LONGEST_PAUSE) {
          if (answer.status() != hoped) {
            count(failures, "%s: %d %s".formatted(what, answer.status(), answer.code()));
          }
          return answer.body().path("id").asString("");
        }
        TimeUnit.SECONDS.sleep(pause);
      } catch (IOException e) {
        count(failures, what + ": no answer, " + e);
        return "";
      } catch (Exception e) {
        count(failures, what + ": " + e);
        return "";
      }
    }
    count(failures, what + ": 503 to the end");
    return "";
  }

  private static void count(Map<String, LongAdder> counts, String what) {
    counts.computeIfAbsent(what, each -> new LongAdder()).increment();
  }

  private static Map<String, Long> counts(Map<String, LongAdder> adders) {
    Map<String, Long> counts = new TreeMap<>();
    adders.forEach((what, count) -> counts.put(what, count.sum()));
    return counts;
  }
}
