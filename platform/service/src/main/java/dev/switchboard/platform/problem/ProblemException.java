package dev.switchboard.platform.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a request with a problem (RFC 9457). The transaction rolls back: nothing is half-done.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ErrorCode error;
  private final transient List<FieldError> fields;
  private final transient Map<String, Object> extensions;
  private final @Nullable Duration retryAfter;

  /** A problem with a sentence for people. */
  public ProblemException(ErrorCode error, String detail) {
    this(error, detail, null, List.of(), Map.of(), null);
  }

  /** A problem with its cause, which is for the log only. */
  public ProblemException(ErrorCode error, String detail, Throwable cause) {
    this(error, detail, cause, List.of(), Map.of(), null);
  }

  private ProblemException(
      ErrorCode error,
      String detail,
      @Nullable Throwable cause,
      List<FieldError> fields,
      Map<String, Object> extensions,
      @Nullable Duration retryAfter) {
    super(detail, cause);
    this.error = error;
    this.fields = List.copyOf(fields);
    this.extensions = Map.copyOf(extensions);
    this.retryAfter = retryAfter;
  }

  /** One field is wrong. */
  public static ProblemException field(ErrorCode error, String pointer, String detail) {
    return new ProblemException(
        error,
        detail,
        null,
        List.of(new FieldError(pointer, detail, error.code())),
        Map.of(),
        null);
  }

  /** The same with an extension member of the problem, such as {@code quote}. */
  public ProblemException with(String name, Object value) {
    Map<String, Object> all = new LinkedHashMap<>(extensions);
    all.put(name, value);
    return new ProblemException(error, detail(), getCause(), fields, all, retryAfter);
  }

  /** The same with a Retry-After header. */
  public ProblemException retryAfter(Duration wait) {
    return new ProblemException(error, detail(), getCause(), fields, extensions, wait);
  }

  public ErrorCode error() {
    return error;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<FieldError> fields() {
    return fields;
  }

  public Map<String, Object> extensions() {
    return extensions;
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
