package dev.switchboard.bench.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The table of all figures. */
public final class Report {
  private static final Figure HEAD =
      new Figure("Work", "Measured", "Yardstick", "Measured", "Ratio", "Aim", "");

  private final PrintStream out;
  private final List<Figure> figures = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** A report that tells each figure at once on the stream. */
  public Report(PrintStream out) {
    this.out = out;
  }

  /** Adds a line. */
  public synchronized void add(Figure figure) {
    figures.add(figure);
    say(String.join("  ", cells(figure)).strip());
  }

  /** Adds a remark below the table. */
  public synchronized void note(String note) {
    notes.add(note);
    say(note);
  }

  /** Tells how far it is. */
  public synchronized void say(String line) {
    out.println(line);
    out.flush();
  }

  /** The table as Markdown with columns of equal width, which reads well as plain text too. */
  public synchronized String table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(cells(HEAD));
    figures.forEach(figure -> rows.add(cells(figure)));
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      line(table, rows.get(i), widths, ' ');
      if (i == 0) {
        line(table, rows.get(i).stream().map(cell -> "").toList(), widths, '-');
      }
    }
    return table.toString();
  }

  /** Writes the document with the table. */
  public synchronized void write(Path file, String command, String machine) throws IOException {
    StringBuilder text = new StringBuilder("# Figures\n\n");
    text.append("Written by `")
        .append(command)
        .append("`; README.md tells what the rows mean.\n\n");
    text.append(machine).append('\n').append(table());
    if (!notes.isEmpty()) {
      text.append('\n');
      notes.forEach(note -> text.append("- ").append(note).append('\n'));
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, text);
  }

  private static List<String> cells(Figure figure) {
    return List.of(
        figure.work(),
        figure.measured(),
        figure.yardstick(),
        figure.beside(),
        figure.ratio(),
        figure.aim(),
        figure.verdict());
  }

  private static void line(StringBuilder table, List<String> cells, int[] widths, char fill) {
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      table.append("| ").append(cell);
      table.repeat(fill, widths[i] - cell.length()).append(' ');
    }
    table.append("|\n");
  }
}
