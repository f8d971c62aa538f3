package dev.switchboard.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BillOfMaterialsTest {
  private final JsonNode bill =
      JsonMapper.builder().build().readTree(Path.of("target/switchboard-bom.json"));

  @Test
  @DisplayName(
      "The bill of materials names what the services are made of, with version and checksum")
  void namesTheParts() {
    assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
    List<String> parts = new ArrayList<>();
    for (JsonNode part : bill.path("components")) {
      parts.add(part.path("name").asString());
    }
    assertThat(parts)
        .contains(
            "spring-boot",
            "kafka-clients",
            "postgresql",
            "flyway-core",
            "pdfbox",
            "platform-service")
        .contains("spring-cloud-gateway-server-webmvc", "libphonenumber")
        .doesNotContain("jib-core", "junit-jupiter", "error_prone_core");
  }

  @Test
  @DisplayName("Every part of others has its place in the ecosystem and a checksum")
  void partsCanBeLookedUp() {
    for (JsonNode part : bill.path("components")) {
      assertThat(part.path("purl").asString()).startsWith("pkg:maven/");
      if (!part.path("group").asString().equals("dev.switchboard")) {
        assertThat(part.path("hashes").toString())
            .as(part.path("name").asString())
            .contains("SHA-256");
      }
    }
  }
}
