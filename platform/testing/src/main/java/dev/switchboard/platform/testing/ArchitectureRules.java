package dev.switchboard.platform.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * The rules of architecture 8 that the compiler can't check. Each service's {@code
 * ArchitectureTest} calls {@link #check} with its root package, beside Spring Modulith's {@code
 * verify()}.
 */
public final class ArchitectureRules {

  private ArchitectureRules() {}

  /** Fails with the reason of the first rule that a class of the package breaks. */
  public static void check(String rootPackage) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(rootPackage);
    rules(rootPackage).forEach(rule -> rule.allowEmptyShould(true).check(classes));
  }

  private static List<ArchRule> rules(String rootPackage) {
    return List.of(
        noClasses()
            .that()
            .resideOutsideOfPackages("..web..", "..client..", rootPackage)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.springframework.web..", "org.springframework.http..", "jakarta.servlet..")
            .because(
                "only the web package of a feature, the client package, which calls another company's"
                    + " interface, and the service's own configuration know HTTP"),
        noClasses()
            .that(areAggregates())
            .should()
            .dependOnClassesThat(areFrameworkBeyondMapping())
            .because("an aggregate is pure: its transitions are tested without Spring"),
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.apache.kafka.clients.producer..", "org.springframework.kafka.core..")
            .because("only the outbox sends: an event is written in the transaction of its change"),
        noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("the Clock is injected; tests move it"),
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("lombok.Data")
            .because("no code that readers can't see"),
        classes()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .resideInAPackage("..web")
            .because("controllers are in the web package of their feature"),
        noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Utils?|Impl)$")
            .because("a class is named after what its user wants"));
  }

  /** An aggregate is a record whose package also has its sealed event interface. */
  private static DescribedPredicate<JavaClass> areAggregates() {
    return DescribedPredicate.describe(
        "are aggregates or their events",
        type ->
            type.getMethods().stream()
                    .anyMatch(method ->
                        method.getRawReturnType().getSimpleName().equals("Change")
                            && type.isRecord())
                || (type.isInterface() && type.getSimpleName().endsWith("Event")));
  }

  private static DescribedPredicate<JavaClass> areFrameworkBeyondMapping() {
    return DescribedPredicate.describe(
        "are of Spring, beyond the annotations of Data's mapping",
        type ->
            type.getPackageName().startsWith("org.springframework")
                && !type.getPackageName().startsWith("org.springframework.data.annotation")
                && !type.getPackageName().startsWith("org.springframework.data.relational.core"));
  }
}
