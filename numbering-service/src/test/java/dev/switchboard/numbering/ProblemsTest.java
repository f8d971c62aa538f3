package dev.switchboard.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.extension.ExtensionError;
import dev.switchboard.numbering.forwarding.ForwardingError;
import dev.switchboard.numbering.number.NumberError;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The codes that this service answers are those of contracts/problems.yaml, and no others. */
class ProblemsTest {
  private static final List<Class<? extends ErrorCode>> ENUMS =
      List.of(ExtensionError.class, ForwardingError.class, NumberError.class);

  static Stream<ErrorCode> codes() {
    return ENUMS.stream().flatMap(type -> Stream.of(type.getEnumConstants()));
  }

  @ParameterizedTest
  @DisplayName("RFC 9457: each code has the status, title and owner of contracts/problems.yaml")
  @MethodSource("codes")
  void codeIsInTheContract(ErrorCode error) {
    JsonNode problem = problems().get(error.code());

    assertThat(problem).as(error.code()).isNotNull();
    assertThat(problem.path("status").asInt()).isEqualTo(error.status());
    assertThat(problem.path("title").asString()).isEqualTo(error.title());
    assertThat(problem.path("owner").asString()).isEqualTo("numbering-service");
  }

  @Test
  @DisplayName("RFC 9457: each code that the contract gives this service is one that it answers")
  void contractHasNoUnusedCode() {
    assertThat(
            problems().values().stream()
                .filter(problem -> problem.path("owner").asString().equals("numbering-service"))
                .map(problem -> problem.path("code").asString()))
        .containsExactlyInAnyOrderElementsOf(codes().map(ErrorCode::code).toList());
  }

  @Test
  @DisplayName(
      "Every enum of codes of this service is in this test, and none repeats a common code")
  void allEnumsAreChecked() {
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(ErrorCode.class));

    assertThat(
            scanner.findCandidateComponents("dev.switchboard.numbering").stream()
                .map(BeanDefinition::getBeanClassName))
        .containsExactlyInAnyOrderElementsOf(ENUMS.stream().map(Class::getName).toList());
    assertThat(codes().map(ErrorCode::code))
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(Stream.of(CommonError.values()).map(ErrorCode::code).toList());
  }

  private static Map<String, JsonNode> problems() {
    try (InputStream file = ProblemsTest.class.getResourceAsStream("/contracts/problems.yaml")) {
      return new YAMLMapper()
          .readTree(Objects.requireNonNull(file, "contracts/problems.yaml"))
          .path("problems")
          .valueStream()
          .collect(
              Collectors.toMap(problem -> problem.path("code").asString(), Function.identity()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
