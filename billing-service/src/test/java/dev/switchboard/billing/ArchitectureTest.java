package dev.switchboard.billing;

import dev.switchboard.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

  @Test
  @DisplayName("The rules of architecture 8 hold")
  void rulesHold() {
    ArchitectureRules.check("dev.switchboard.billing");
  }

  @Test
  @DisplayName("Features depend on each other only as their package-info.java allows")
  void featuresKeepTheirWalls() {
    ApplicationModules.of(BillingServiceApplication.class).verify();
  }
}
