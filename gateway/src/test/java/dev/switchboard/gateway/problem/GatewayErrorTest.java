package dev.switchboard.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class GatewayErrorTest {
  @Test
  @DisplayName("Codes, statuses and titles are those of contracts/problems.yaml")
  void errorsAreInTheContract() throws Exception {
    Map<Object, Map<String, Object>> contract = contract();
    for (GatewayError error : GatewayError.values()) {
      assertThat(contract.get(error.code()))
          .as(error.code())
          .isNotNull()
          .containsEntry("status", error.status())
          .containsEntry("title", error.title());
    }
  }

  @Test
  @DisplayName("A status of Spring or Tomcat becomes an error of the same class")
  void statusesKeepTheirClass() {
    for (int status = 400; status < 600; status++) {
      assertThat(GatewayError.ofStatus(status).status() / 100)
          .as("%d", status)
          .isEqualTo(status == 501 ? 4 : status / 100);
    }
    Arrays.stream(GatewayError.values())
        .filter(error -> error.code().startsWith("request.") || error.status() == 429)
        .forEach(error -> assertThat(GatewayError.ofStatus(error.status())).isEqualTo(error));
  }

  @SuppressWarnings("unchecked")
  private static Map<Object, Map<String, Object>> contract() throws Exception {
    try (InputStream file =
        Objects.requireNonNull(
            GatewayErrorTest.class.getResourceAsStream("/contracts/problems.yaml"))) {
      Map<String, Object> all = new Yaml().load(file);
      return ((List<Map<String, Object>>) Objects.requireNonNull(all.get("problems")))
          .stream()
              .collect(
                  Collectors.toMap(
                      problem -> Objects.requireNonNull(problem.get("code")), Function.identity()));
    }
  }
}
