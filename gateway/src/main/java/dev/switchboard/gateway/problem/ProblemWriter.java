package dev.switchboard.gateway.problem;

import dev.switchboard.gateway.header.AnswerHeaders;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a whole problem+json answer, with the headers that every answer has. */
@Component
public class ProblemWriter {
  private static final Logger log = LoggerFactory.getLogger(ProblemWriter.class);
  private static final String TYPE_BASE = "https://switchboard.example/problems/";

  private final JsonMapper json;
  private final AnswerHeaders headers;

  ProblemWriter(JsonMapper json, AnswerHeaders headers) {
    this.json = json;
    this.headers = headers;
  }

  /** Writes the problem of a refusal. */
  public void write(HttpServletResponse response, Refusal refusal) throws IOException {
    if (refusal.retryAfter() != null) {
      long seconds = Math.max(1, refusal.retryAfter().plusMillis(999).toSeconds());
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
    write(response, refusal.error(), refusal.detail(), refusal.getCause());
  }

  /** Writes a problem with a sentence for people. */
  public void write(HttpServletResponse response, GatewayError error, String detail)
      throws IOException {
    write(response, error, detail, null);
  }

  private void write(
      HttpServletResponse response, GatewayError error, String detail, @Nullable Throwable cause)
      throws IOException {
    String traceId = traceId();
    if (error.status() >= 500) {
      log.warn(
          "answered {} {} trace {}: {}",
          error.status(),
          error.code(),
          traceId,
          Objects.toString(cause, detail));
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", TYPE_BASE + error.code());
    body.put("title", error.title());
    body.put("status", error.status());
    body.put("detail", detail);
    body.put("code", error.code());
    body.put("traceId", traceId);
    byte[] bytes = json.writeValueAsBytes(body);
    headers.addTo(response);
    response.setStatus(error.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  /** The id of the request's trace; a new one for errors before a trace begins. */
  private static String traceId() {
    String current = MDC.get("traceId");
    return current != null ? current : UUID.randomUUID().toString().replace("-", "");
  }
}
