package dev.switchboard.bench.timing;

import java.util.Arrays;

/** Medians and percentiles. */
public final class Statistics {

  private Statistics() {}

  /** The middle value; between the two middle ones when there are two. */
  public static double median(double... values) {
    requireSome(values.length);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /**
   * The smallest value that at least this share of all values does not exceed (nearest rank).
   *
   * @param percent above 0, at most 100
   */
  public static double percentile(double percent, double... values) {
    requireSome(values.length);
    if (!(percent > 0 && percent <= 100)) {
      throw new IllegalArgumentException("no percentage: " + percent);
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.max(rank, 1) - 1];
  }

  private static void requireSome(int length) {
    if (length == 0) {
      throw new IllegalArgumentException("no values");
    }
  }
}
