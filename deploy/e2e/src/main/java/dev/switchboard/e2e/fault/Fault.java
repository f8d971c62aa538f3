package dev.switchboard.e2e.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One fault of a run.
 *
 * @param after how long after the one before
 * @param process what it hits: a service, {@code postgres} or {@code kafka}
 * @param frozen how long it stands still; zero: it is killed with SIGKILL
 */
public record Fault(Duration after, String process, Duration frozen) {
  private static final int SHORTEST_REST = 1_500;
  private static final int LONGEST_REST = 6_000;
  private static final int FROZEN_AT_LEAST = 1_000;
  private static final int FROZEN_AT_MOST = 6_000;

  /** A kill. */
  public static Fault kill(Duration after, String process) {
    return new Fault(after, process, Duration.ZERO);
  }

  /** Whether it kills. */
  public boolean isKill() {
    return frozen.isZero();
  }

  /**
   * As many as fit in the time. Each round kills every process once, in random order; between them
   * some are frozen.
   *
   * @param processes what may be hit
   * @param random gives the same faults for the same seed
   */
  static List<Fault> plan(List<String> processes, Duration time, Random random) {
    List<Fault> faults = new ArrayList<>();
    List<String> round = new ArrayList<>();
    long at = 0;
    while (true) {
      Duration rest = Duration.ofMillis(random.nextInt(SHORTEST_REST, LONGEST_REST));
      at += rest.toMillis();
      if (at > time.toMillis()) {
        return faults;
      }
      if (random.nextInt(4) == 0) {
        Duration frozen = Duration.ofMillis(random.nextInt(FROZEN_AT_LEAST, FROZEN_AT_MOST));
        faults.add(new Fault(rest, processes.get(random.nextInt(processes.size())), frozen));
        at += frozen.toMillis();
      } else {
        if (round.isEmpty()) {
          round.addAll(processes);
          Collections.shuffle(round, random);
        }
        faults.add(kill(rest, round.removeLast()));
      }
    }
  }

  @Override
  public String toString() {
    return isKill()
        ? "kill -9 " + process
        : "%s stands still for %d ms".formatted(process, frozen.toMillis());
  }
}
