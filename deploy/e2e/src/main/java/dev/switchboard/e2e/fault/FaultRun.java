package dev.switchboard.e2e.fault;

import dev.switchboard.e2e.audit.Auditor;
import dev.switchboard.e2e.audit.Ledger;
import dev.switchboard.e2e.audit.Quiet;
import dev.switchboard.e2e.audit.Violation;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.Suite;
import dev.switchboard.local.client.Mailbox;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Load and faults at once, then rest, then the auditor. */
public final class FaultRun {
  private static final int COMPANIES = 4;
  private static final int SLOTS_OF_EACH_PLAN = 20;
  private static final Duration SETTLE = Duration.ofMinutes(1);
  private static final Duration QUIET = Duration.ofMinutes(5);

  /** What a client of this load may be told, whatever fails: a 500 or 401 is never right. */
  private static final Pattern PROPER_ANSWER =
      Pattern.compile(
          "20[0124]|409 user\\.email-taken|409 extension\\..*|409 number\\..*|422 .*|429 number\\.limit|429 invitation\\.resend-too-soon"
              + "|429 auth\\.too-many-attempts|503 .*|no answer: .*|(200|201|202|204|404|409) .*\\(again\\)");

  private final Suite suite;
  private final Consumer<String> progress;
  private final Random random;

  /**
   * A run against a suite that is ready.
   *
   * @param seed decides what is sent to whom
   */
  public FaultRun(Suite suite, long seed, Consumer<String> progress) {
    this.suite = suite;
    this.random = new Random(seed);
    this.progress = progress;
  }

  /**
   * What came of it.
   *
   * @param answers how often each answer came
   * @param unknown invitations without a definite answer in eight minutes
   * @param ready from the last fault until all services were ready
   * @param quiet from then until nothing was under way
   * @param underWay what was under way for too long
   */
  public record Result(
      int faults,
      Map<String, Long> answers,
      long invited,
      long unknown,
      Duration ready,
      Duration quiet,
      List<String> underWay,
      List<Violation> violations) {

    /** Whether all is as promised. */
    public boolean isClean() {
      return complaints().isEmpty();
    }

    /** All that is wrong, one line each. */
    public List<String> complaints() {
      List<String> lines = new ArrayList<>();
      if (unknown > 0) {
        lines.add(unknown + " invitations had no definite answer in eight minutes");
      }
      answers.forEach((answer, count) -> {
        if (!PROPER_ANSWER.matcher(answer).matches()) {
          lines.add("answered %s, %d times".formatted(answer, count));
        }
      });
      underWay.forEach(line -> lines.add("not quiet: " + line));
      violations.forEach(violation -> lines.add(violation.toString()));
      return lines;
    }
  }

  /**
   * Invites for so long while the faults happen.
   *
   * @param faults in their order
   * @param perSecond invitations a second
   */
  public Result run(Duration time, int perSecond, List<Fault> faults)
      throws IOException, InterruptedException, SQLException {
    Ledger ledger = new Ledger();
    Load load = new Load(companies(ledger), ledger, new Mailbox(suite.mailUrl()), random);
    Quiet quiet = Quiet.of(suite);
    quiet.await(SETTLE);
    Faults worker = new Faults(suite, faults, progress);
    worker.start();
    load.run(time, perSecond);
    worker.finish();
    long lastFault = System.nanoTime();
    progress.accept("load and faults are over");
    suite.awaitReady();
    Duration ready = since(lastFault);
    progress.accept("all are ready after %d ms".formatted(ready.toMillis()));
    load.finish();
    long answered = System.nanoTime();
    List<String> underWay = quiet.await(QUIET);
    Duration silence = since(answered);
    progress.accept("quiet after %d ms more".formatted(silence.toMillis()));
    return new Result(
        faults.size(),
        load.answers(),
        ledger.count(Ledger.Outcome.INVITED),
        ledger.count(Ledger.Outcome.UNKNOWN),
        ready,
        silence,
        underWay,
        new Auditor(suite).audit(ledger));
  }

  private List<Company> companies(Ledger ledger) throws IOException {
    List<Company> companies = new ArrayList<>();
    for (int i = 0; i < COMPANIES; i++) {
      Company company =
          Company.signUp(
              suite.baseUrl(), SLOTS_OF_EACH_PLAN, SLOTS_OF_EACH_PLAN, SLOTS_OF_EACH_PLAN);
      ledger.signedUp(company.accountId(), company.adminEmail());
      companies.add(company);
    }
    return companies;
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
