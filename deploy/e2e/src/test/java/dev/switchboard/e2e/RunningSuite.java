package dev.switchboard.e2e;

import dev.switchboard.e2e.trace.SpanReceiver;
import dev.switchboard.local.FreePorts;
import dev.switchboard.local.Options;
import dev.switchboard.local.Progress;
import dev.switchboard.local.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** The suite that all tests of this module share: started once, on free ports, with empty data. */
public final class RunningSuite {
  private static final SpanReceiver SPANS = SpanReceiver.start();

  private RunningSuite() {}

  private static final class Holder {
    private static final Suite SUITE = start();

    private static Suite start() {
      try {
        Path data = SuiteFolder.emptied(Path.of("target/suite"));
        return Suite.start(
            Options.bare(Path.of("../.."), data, FreePorts.base()).withEnvironment(environment()),
            new Progress(System.out));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * As in production: logs for machines, and traces for whoever collects them, here all of them.
   * Cards are forgotten sooner, so that nobody waits for that.
   */
  private static Map<String, String> environment() {
    return Map.of(
        "SWITCHBOARD_PAYMENTS_FORGET_EVERY", "PT3S",
        "LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs",
        "TRACING_EXPORT", "true",
        "TRACING_SAMPLING", "1.0",
        "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT", SPANS.endpoint(),
        "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_SCHEDULE_DELAY", "500ms");
  }

  /** The traces of the suite. */
  public static SpanReceiver spans() {
    return SPANS;
  }

  /** The suite; the first call starts it and takes up to a minute. */
  public static Suite get() {
    return Holder.SUITE;
  }
}
