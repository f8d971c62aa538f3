package dev.switchboard.e2e.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.KafkaException;

/**
 * The auditor as a program for any deployment: prints each violated invariant. Exit code 0: none;
 * 1: some; 2: it could not look.
 */
public final class VerifyMain {
  /** The variable with the moment at which the topics were made anew, after a restore. */
  public static final String TOPICS_SINCE = "TOPICS_SINCE";

  private static final int CLEAN = 0;
  private static final int VIOLATED = 1;
  private static final int UNABLE = 2;

  private static final Duration QUIET = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);

  private VerifyMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.exit(run(System.getenv(), System.out, QUIET, BETWEEN_LOOKS));
  }

  /**
   * Looks, prints and returns the exit code.
   *
   * @param environment what names the deployment
   * @param quiet how long to wait for the work that is under way
   * @param betweenLooks how long work may take in a deployment that is never quiet
   */
  public static int run(
      Map<String, String> environment, PrintStream out, Duration quiet, Duration betweenLooks)
      throws InterruptedException {
    try {
      Deployment deployment = Deployment.of(environment);
      Auditor auditor = new Auditor(deployment);
      List<String> underWay = Quiet.of(deployment).await(quiet);
      List<Violation> violations = new ArrayList<>(auditor.audit(new Ledger()));
      if (!underWay.isEmpty()) {
        underWay.forEach(line -> out.println("Under way: " + line));
        if (!violations.isEmpty()) {
          Thread.sleep(betweenLooks);
          violations.retainAll(lasting(auditor));
        }
      }
      violations.forEach(out::println);
      out.printf(
          "%d violations%s%n",
          violations.size(),
          underWay.isEmpty() ? "" : "; what two looks did not both see was left out");
      return violations.isEmpty() ? CLEAN : VIOLATED;
    } catch (IllegalArgumentException
        | IllegalStateException
        | KafkaException
        | SQLException
        | IOException e) {
      out.println("Can't verify: " + e.getMessage());
      return UNABLE;
    }
  }

  private static Set<Violation> lasting(Auditor auditor) throws SQLException, IOException {
    return new HashSet<>(auditor.audit(new Ledger()));
  }
}
