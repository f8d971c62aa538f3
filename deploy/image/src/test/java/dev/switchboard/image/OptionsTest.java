package dev.switchboard.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

  @Test
  @DisplayName("Without options, all six programs are made on Debian's C library")
  void defaults() {
    Options options = Options.parse("/project");

    assertThat(options.programs()).hasSize(6).isEqualTo(Program.ALL);
    assertThat(options.root()).isEqualTo(RootFiles.DEBIAN);
    assertThat(options.output()).hasToString("/project/deploy/image/target/images");
  }

  @Test
  @DisplayName("A base image is named by its digest, and programs by their names")
  void baseAndPrograms() {
    String base = "registry.example.com/base@sha256:" + "0a".repeat(32);
    Options options = Options.parse("/project", "--base", base, "gateway", "--output", "/out");

    assertThat(options.base()).isEqualTo(base);
    assertThat(options.programs()).extracting(Program::name).containsExactly("gateway");
    assertThat(options.output()).hasToString("/out");
  }

  @Test
  @DisplayName("A folder is meant as seen from where the command is given, wherever programs run")
  void foldersAreAbsolute() {
    assertThat(Options.parse("/project", "--output", "images").output())
        .isAbsolute()
        .hasFileName("images");
  }

  @ParameterizedTest
  @CsvSource({
    "--base, debian:12, must have a digest",
    "--root, alpine, debian or machine",
    "--outputs, x, no option --outputs",
    "gateways, gateway, no program gateways"
  })
  @DisplayName("What can't be meant is refused in words")
  void mistakesAreTold(String first, String second, String words) {
    assertThatThrownBy(() -> Options.parse("/project", first, second)).hasMessageContaining(words);
  }
}
