package dev.switchboard.bench.timing;

import java.io.IOException;
import java.sql.SQLException;

/** One worker's work, with a connection of its own. */
public interface Work extends AutoCloseable {

  /**
   * Does it once.
   *
   * @throws Exception when it failed, which ends the measurement
   */
  void once() throws Exception;

  @Override
  void close() throws IOException, SQLException;

  /** Makes a worker's work. */
  @FunctionalInterface
  interface Factory {
    /** For the worker with this number, counted from 0. */
    Work open(int worker) throws Exception;
  }
}
