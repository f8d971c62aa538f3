package dev.switchboard.user.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Whether one of two kinds of work takes longer, by the rank test of Mann and Whitney. Both are
 * done in pairs, in a random order within each pair: whatever else the machine does, and whatever
 * the work of before leaves behind, meets both alike.
 */
public final class RankTest {
  private final Random random = new Random(3);
  private final List<Long> first = new ArrayList<>();
  private final List<Long> second = new ArrayList<>();

  /** Does both once. */
  public void pair(Runnable one, Runnable other) {
    if (random.nextBoolean()) {
      first.add(nanos(one));
      second.add(nanos(other));
    } else {
      second.add(nanos(other));
      first.add(nanos(one));
    }
  }

  /**
   * How many standard deviations the ranks are away from those of two alike: 0 when nothing can be
   * told; beyond 4 once in 16,000 times by chance.
   */
  public double z() {
    List<Long> all = new ArrayList<>(first);
    all.addAll(second);
    Collections.sort(all);
    double ranks = first.stream().mapToDouble(time -> rank(all, time)).sum();
    double n = first.size();
    double m = second.size();
    double u = ranks - n * (n + 1) / 2;
    return (u - n * m / 2) / Math.sqrt(n * m * (n + m + 1) / 12);
  }

  /** From 1; the middle one of equal times. */
  private static double rank(List<Long> sorted, long time) {
    return (sorted.indexOf(time) + sorted.lastIndexOf(time)) / 2.0 + 1;
  }

  private static long nanos(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }
}
