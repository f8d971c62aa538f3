package dev.switchboard.local.client;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/**
 * What the gateway answered.
 *
 * @param body the parsed JSON; a missing node when there is none
 */
public record Answer(int status, HttpHeaders headers, JsonNode body) {

  /** The problem's code, or the empty text. */
  public String code() {
    return body.path("code").asString("");
  }

  /**
   * This answer, when it has the status.
   *
   * @throws IllegalStateException otherwise
   */
  public Answer expect(int expected) {
    if (status != expected) {
      throw new IllegalStateException("expected " + expected + ", got " + status + ": " + body);
    }
    return this;
  }

  /** Whether the answer is 2xx. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
