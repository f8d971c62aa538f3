package dev.switchboard.e2e;

import dev.switchboard.local.FreePorts;
import dev.switchboard.local.Options;
import dev.switchboard.local.Progress;
import dev.switchboard.local.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The suite that all tests of this module share: started once, on free ports, with empty data. */
public final class RunningSuite {
  private RunningSuite() {}

  private static final class Holder {
    private static final Suite SUITE = start();

    private static Suite start() {
      try {
        Path data = SuiteFolder.emptied(Path.of("target/suite"));
        return Suite.start(
            Options.bare(Path.of("../.."), data, FreePorts.base()), new Progress(System.out));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The suite; the first call starts it and takes up to a minute. */
  public static Suite get() {
    return Holder.SUITE;
  }
}
