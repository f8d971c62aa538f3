package dev.switchboard.platform.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no controller answers: in filters. */
public final class ProblemWriter {
  private final JsonMapper json;

  public ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  /** Writes the whole answer. */
  public void write(HttpServletResponse response, ErrorCode error, String detail)
      throws IOException {
    response.setStatus(error.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    byte[] body = json.writeValueAsBytes(Problems.body(error, detail, List.of(), Map.of()));
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
