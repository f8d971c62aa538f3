package dev.switchboard.billing.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * One month of an account, from its anniversary in its own time zone (E4).
 *
 * @param index 0 for the month that begins with the sign-up, then 1, 2, 3 …
 * @param from its first day
 * @param to its last day
 */
public record Period(int index, LocalDate from, LocalDate to) {

  /**
   * The period with this index. A day that a month does not have is its last one; the next month
   * has the anniversary's own day again.
   */
  public static Period of(Instant signedUpAt, ZoneId zone, int index) {
    LocalDate anniversary = LocalDate.ofInstant(signedUpAt, zone);
    return new Period(
        index, anniversary.plusMonths(index), anniversary.plusMonths(index + 1L).minusDays(1));
  }

  /** The period in which this day is; a day before the sign-up is in the first. */
  public static Period containing(Instant signedUpAt, ZoneId zone, LocalDate day) {
    LocalDate anniversary = LocalDate.ofInstant(signedUpAt, zone);
    int index = (int) Math.max(0, ChronoUnit.MONTHS.between(anniversary, day));
    // Counted from a long month, a short one ends earlier than months between tell.
    Period period = of(signedUpAt, zone, index);
    return day.isAfter(period.to()) ? of(signedUpAt, zone, index + 1) : period;
  }

  /** How many days it has: 28 to 31. */
  public int days() {
    return (int) ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** When its first day begins. */
  public Instant start(ZoneId zone) {
    return from.atStartOfDay(zone).toInstant();
  }

  /** When it begins: the first one with the sign-up, the others with their first day. */
  public Instant begin(Instant signedUpAt, ZoneId zone) {
    return index == 0 ? signedUpAt : start(zone);
  }

  /** The one before. */
  public Period previous(Instant signedUpAt, ZoneId zone) {
    return of(signedUpAt, zone, index - 1);
  }
}
