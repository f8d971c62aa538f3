package dev.switchboard.user;

import dev.switchboard.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

  @Test
  @DisplayName("The rules that every service keeps")
  void rules() {
    ArchitectureRules.check("dev.switchboard.user");
  }

  @Test
  @DisplayName("Features know only the features that their package-info allows")
  void features() {
    ApplicationModules.of(UserServiceApplication.class).verify();
  }
}
