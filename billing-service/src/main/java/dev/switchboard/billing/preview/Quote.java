package dev.switchboard.billing.preview;

import dev.switchboard.billing.statement.Draft;
import dev.switchboard.billing.statement.StatementLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an act would change (C1, E3): the difference of two previews, to the cent.
 *
 * @param before the next statement as it will be without it
 * @param after the next statement as it would be with it
 * @param losses what somebody would lose by it (B6)
 */
public record Quote(Draft before, Draft after, List<Loss> losses) {

  /** What is lost with a plan. */
  public enum Loss {
    /** The video bridge with HIPAA. */
    VIDEO_HIPAA,
    /** The number that was included, which costs from now on. */
    INCLUDED_NUMBER,
    /** Unlimited minutes. */
    UNLIMITED_MINUTES
  }

  /** Whether it costs more, at once or each month: then it needs consent (C2). */
  public boolean costsMore() {
    return after.recurringCents() > before.recurringCents()
        || after.totalCents() > before.totalCents();
  }

  /** What the statement gains and loses: together it is exactly the difference. */
  public List<Difference> differences() {
    List<StatementLine> gone = new ArrayList<>(before.lines());
    List<StatementLine> come = new ArrayList<>();
    for (StatementLine line : after.lines()) {
      if (!gone.remove(line)) {
        come.add(line);
      }
    }
    List<Difference> differences = new ArrayList<>();
    for (StatementLine line : come) {
      StatementLine former = takeLike(gone, line);
      differences.add(
          new Difference(
              line, former, line.amountCents() - (former == null ? 0 : former.amountCents())));
    }
    gone.forEach(line -> differences.add(new Difference(null, line, -line.amountCents())));
    return differences;
  }

  /**
   * One difference.
   *
   * @param after the line as it would be; null when it would not be there
   * @param before the line as it will be otherwise; null when it would be new
   * @param cents what it adds to the statement
   */
  public record Difference(
      @Nullable StatementLine after, @Nullable StatementLine before, long cents) {}

  /** The same recurring thing with another quantity. */
  private static @Nullable StatementLine takeLike(List<StatementLine> lines, StatementLine wanted) {
    for (StatementLine line : lines) {
      if (wanted.kind() == StatementLine.Kind.RECURRING
          && line.kind() == wanted.kind()
          && line.item() == wanted.item()
          && line.plan() == wanted.plan()) {
        lines.remove(line);
        return line;
      }
    }
    return null;
  }
}
