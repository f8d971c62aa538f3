package dev.switchboard.notification.mail;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries the trace of a command over the queue to the try that sends the mail. */
final class MailTrace {
  private static final String HEADER = "traceparent";

  private final Tracer tracer;
  private final Propagator propagator;

  MailTrace(Tracer tracer, Propagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  /** The W3C trace context of this thread, or null without a trace. */
  @Nullable String current() {
    Span span = tracer.currentSpan();
    if (span == null) {
      return null;
    }
    Map<String, String> headers = new HashMap<>();
    propagator.inject(
        span.context(),
        headers,
        (carrier, name, value) -> {
          if (carrier != null) {
            carrier.put(name, value);
          }
        });
    return headers.get(HEADER);
  }

  /** Works as a part of that trace. */
  <T> T continued(@Nullable String traceParent, Supplier<T> work) {
    Map<String, String> headers = traceParent == null ? Map.of() : Map.of(HEADER, traceParent);
    Span span = propagator.extract(headers, Map::get).name("send mail").start();
    try (Tracer.SpanInScope _ = tracer.withSpan(span)) {
      return work.get();
    } finally {
      span.end();
    }
  }
}
