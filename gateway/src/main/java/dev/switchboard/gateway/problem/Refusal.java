package dev.switchboard.gateway.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final GatewayError error;
  private final String detail;
  private final @Nullable Duration retryAfter;

  /** A problem with a sentence for people. */
  public Refusal(GatewayError error, String detail) {
    this(error, detail, null, null);
  }

  /**
   * A problem that may pass.
   *
   * @param retryAfter told in whole seconds, at least one
   * @param cause for the log only
   */
  public Refusal(
      GatewayError error, String detail, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    // Made on the way of ordinary requests under load: no stack trace.
    super(detail, cause, false, false);
    this.error = error;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }

  public GatewayError error() {
    return error;
  }

  public String detail() {
    return detail;
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
