package dev.switchboard.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contracts/topics.yaml",
        "contracts/problems.yaml",
        "contracts/asyncapi.yaml",
        "contracts/events/common/types.json",
        "contracts/events/user.invited/schema.json",
        "contracts/events/user.invited/examples/full.json"
      })
  @DisplayName("the jar has the contract files below contracts/")
  void fileIsOnTheClassPath(String name) {
    assertThat(getClass().getClassLoader().getResource(name)).isNotNull();
  }
}
