package dev.switchboard.gateway.problem;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A refusal while the body of a request is read: the client's fault, not the service's. */
public final class RefusedBody extends IOException {
  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  public RefusedBody(Refusal refusal, @Nullable Throwable cause) {
    super(refusal.detail(), cause);
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}
