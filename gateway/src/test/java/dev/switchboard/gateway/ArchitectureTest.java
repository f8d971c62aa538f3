package dev.switchboard.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackagesOf(GatewayApplication.class);

  @Test
  @DisplayName("The packages depend on each other without cycles")
  void noCycles() {
    slices()
        .matching("dev.switchboard.gateway.(*)..")
        .should()
        .beFreeOfCycles()
        .because("each package can be read on its own, from problem up to route")
        .check(CLASSES);
  }

  @Test
  @DisplayName("The gateway has no database, publishes nothing and shares no code with a service")
  void ownsNothing() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..",
            "javax.sql..",
            "org.springframework.jdbc..",
            "org.apache.kafka.clients.producer..",
            "dev.switchboard.platform..",
            "dev.switchboard.user..",
            "dev.switchboard.numbering..",
            "dev.switchboard.billing..",
            "dev.switchboard.notification..")
        .because("architecture 2: the gateway owns nothing")
        .check(CLASSES);
  }

  @Test
  @DisplayName("Only the session package reads Kafka")
  void onlySessionsReadKafka() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..session")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
        .because("the gateway knows of one topic")
        .check(CLASSES);
  }

  @Test
  @DisplayName("Time is injected")
  void timeIsInjected() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(GatewayApplication.class.getName())
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .because("tests move the Clock and the Ticker")
        .check(CLASSES);
  }

  @Test
  @DisplayName("A class is named after what its user wants")
  void namesSayWhatFor() {
    noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)$").check(CLASSES);
  }
}
