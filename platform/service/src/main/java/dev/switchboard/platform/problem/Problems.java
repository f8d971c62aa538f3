package dev.switchboard.platform.problem;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.ProblemDetail;

/** Makes problem+json bodies. */
public final class Problems {
  private static final String TYPE_BASE = "https://switchboard.example/problems/";

  private Problems() {}

  /** A problem body with code, trace id and, when there are any, field errors. */
  public static ProblemDetail body(
      ErrorCode error,
      @Nullable String detail,
      List<FieldError> fields,
      Map<String, Object> extensions) {
    ProblemDetail body = ProblemDetail.forStatus(error.status());
    body.setType(URI.create(TYPE_BASE + error.code()));
    body.setTitle(error.title());
    body.setDetail(detail);
    body.setProperty("code", error.code());
    String traceId = MDC.get("traceId");
    if (traceId != null) {
      body.setProperty("traceId", traceId);
    }
    if (!fields.isEmpty()) {
      body.setProperty("errors", fields);
    }
    extensions.forEach(body::setProperty);
    return body;
  }
}
