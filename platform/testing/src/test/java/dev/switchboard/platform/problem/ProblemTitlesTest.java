package dev.switchboard.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ProblemTitlesTest {

  @Test
  @DisplayName("the platform's problems are those of contracts/problems.yaml: code, status, title")
  void equalTheContract() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(getClass().getResourceAsStream("/contracts/problems.yaml"))) {
      assertThat(
              Arrays.stream(CommonError.values())
                  .map(each -> each.code() + " " + each.status() + " " + each.title()))
          .containsExactlyInAnyOrderElementsOf(
              new YAMLMapper()
                  .readTree(file)
                  .path("problems")
                  .valueStream()
                  .filter(each -> each.path("owner").asString().equals("platform"))
                  .map(each ->
                      "%s %d %s"
                          .formatted(
                              each.path("code").asString(),
                              each.path("status").asInt(),
                              each.path("title").asString()))
                  .toList());
    }
  }
}
