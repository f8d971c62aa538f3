package dev.switchboard.bench.load;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Writes rows in PostgreSQL's text format of COPY. */
final class CopyText implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final CopyIn copy;
  private final StringBuilder buffer = new StringBuilder(BUFFER + 1000);

  CopyText(CopyIn copy) {
    this.copy = copy;
  }

  /** One row; null is NULL. */
  void row(@Nullable Object... values) {
    append(buffer, values);
    if (buffer.length() > BUFFER) {
      flush();
    }
  }

  static void append(StringBuilder line, @Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        line.append('\t');
      }
      Object value = values[i];
      line.append(value == null ? "\\N" : escape(value.toString()));
    }
    line.append('\n');
  }

  /** Ends the copy; without it nothing is stored. */
  void finish() throws SQLException {
    flush();
    copy.endCopy();
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }

  private void flush() {
    byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException e) {
      throw new IllegalStateException("rows can't be stored", e);
    }
    buffer.setLength(0);
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }
}
