package dev.switchboard.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@DisplayName("problems.yaml")
class ProblemsTest {

  private static final Set<Integer> STATUSES =
      Set.of(
          400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 412, 413, 415, 422, 428, 429, 500, 503);
  private static final Set<String> OWNERS =
      Set.of(
          "platform",
          "user-service",
          "numbering-service",
          "billing-service",
          "notification-service",
          "gateway");

  static List<JsonNode> problems() {
    return ContractFiles.yaml("problems.yaml").path("problems").valueStream().toList();
  }

  @Test
  @DisplayName("RFC 9457 has each code once")
  void codesAreUnique() {
    assertThat(problems())
        .isNotEmpty()
        .map(problem -> problem.path("code").asString())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("problems")
  @DisplayName(
      "RFC 9457 gives each code a well-formed name, a title, an owner and what the caller can do")
  void problemIsWhole(JsonNode problem) {
    assertThat(problem.path("code").asString()).matches("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*");
    assertThat(problem.path("title").asString("")).isNotBlank().doesNotEndWith(".");
    assertThat(OWNERS).contains(problem.path("owner").asString());
    assertThat(problem.path("action").asString("")).endsWith(".");
  }

  @ParameterizedTest
  @MethodSource("problems")
  @DisplayName("RFC 9457 gives each code a known status, with Retry-After for 429 and 503")
  void statusIsKnown(JsonNode problem) {
    int status = problem.path("status").asInt();

    assertThat(STATUSES).contains(status);
    assertThat(problem.path("retryAfter").asBoolean(false))
        .isEqualTo(status == 429 || status == 503);
  }
}
