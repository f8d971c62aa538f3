package dev.switchboard.bench.report;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param work what was measured
 * @param measured with its unit
 * @param yardstick what it stands beside, or the empty text
 * @param beside the yardstick's own figure
 * @param ratio of the two
 * @param aim what the ratio, or the figure, should be
 * @param verdict met, missed, or nothing when there is no aim
 */
public record Figure(
    String work,
    String measured,
    String yardstick,
    String beside,
    String ratio,
    String aim,
    String verdict) {

  /** A figure alone. */
  public static Figure of(String work, String measured) {
    return new Figure(work, measured, "", "", "", "", "");
  }

  /** Rates: the ratio should not be less than the aim. */
  public static Figure rate(String work, double rate, String yardstick, double other, double aim) {
    double ratio = rate / other;
    return new Figure(
        work,
        text("%.0f/s", rate),
        yardstick,
        text("%.0f/s", other),
        text("%.2f", ratio),
        text("≥ %.2f", aim),
        verdict(ratio >= aim));
  }

  /** Times: the ratio should not be more than the aim. */
  public static Figure time(
      String work, double millis, String yardstick, double other, double aim) {
    double ratio = millis / other;
    return new Figure(
        work,
        text("%.2f ms", millis),
        yardstick,
        text("%.2f ms", other),
        text("%.2f", ratio),
        text("≤ %.1f", aim),
        verdict(ratio <= aim));
  }

  /** A figure beside another, without an aim. */
  public static Figure beside(
      String work, String measured, String yardstick, String other, double ratio) {
    return new Figure(work, measured, yardstick, other, text("%.2f", ratio), "", "");
  }

  /** A time that has a limit of its own. */
  public static Figure limit(String work, String measured, double millis, double most) {
    return new Figure(
        work, measured, "", "", "", text("p99 ≤ %.0f ms", most), verdict(millis <= most));
  }

  /** Formats numbers the same way everywhere. */
  @SuppressWarnings("AnnotateFormatMethod") // its annotation would be the module's only dependency
  public static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static String verdict(boolean met) {
    return met ? "met" : "missed";
  }
}
