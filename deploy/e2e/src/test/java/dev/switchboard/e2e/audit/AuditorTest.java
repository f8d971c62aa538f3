package dev.switchboard.e2e.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.RunningSuite;
import dev.switchboard.e2e.client.Company;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An auditor that finds nothing proves nothing: each kind of damage must be named. */
@Timeout(900)
class AuditorTest {
  private static final Duration QUIET = Duration.ofMinutes(1);

  /** Looks like an address, a number or a name, and is none. */
  private static final String HARMLESS =
      "at 2026-11-30T11:00:00+00:00 user 01998f52-1a40-7b20-8000-4c1f0a9be003 of user.users.v1-0@15, Bean@1f2e.x";

  private static final List<String> PERSONAL =
      List.of("a mail to ana.luz@harborlight.example", "a mail of Okafor:", "a call +16505550123");

  private static final Ledger LEDGER = new Ledger();
  private static final List<DamagedCompany> COMPANIES = new ArrayList<>();
  private static Auditor auditor;
  private static Databases databases;

  /** What was found while all damage was there at once, and after its repair. */
  private static List<Violation> found;

  private static List<Violation> foundAfterRepair;

  @BeforeAll
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  static void damageAndRepair() throws Exception {
    auditor = new Auditor(RunningSuite.get());
    databases = new Databases(Deployment.of(RunningSuite.get()));
    for (Damage damage : Damages.all()) {
      COMPANIES.add(DamagedCompany.open(databases, damage, LEDGER));
    }
    Path log = RunningSuite.get().logs().resolve("damaged.log");
    Files.writeString(log, HARMLESS);
    assertThat(Quiet.of(RunningSuite.get()).await(QUIET)).isEmpty();
    assertThat(auditor.audit(LEDGER)).isEmpty();
    List<DamagedCompany> damaged = new ArrayList<>();
    try {
      for (DamagedCompany company : COMPANIES) {
        company.damage();
        damaged.add(company);
      }
      Files.write(log, PERSONAL);
      found = auditor.audit(LEDGER);
    } finally {
      Files.delete(log);
      for (DamagedCompany company : damaged) {
        company.repair();
      }
    }
    foundAfterRepair = auditor.audit(LEDGER);
  }

  static List<DamagedCompany> damagedCompanies() {
    return COMPANIES;
  }

  @ParameterizedTest
  @MethodSource("damagedCompanies")
  @DisplayName("I1–I14, I16 damage is named, with its ids")
  void damageIsNamed(DamagedCompany company) {
    assertThat(company.findings(found)).anyMatch(company::isNamedBy);
  }

  /** What was repaired in vain would be found by the tests that come after this class as well. */
  @Test
  @DisplayName("I1–I14, I16 nothing is named when the damage is repaired")
  void repairedIsClean() {
    assertThat(foundAfterRepair).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana.luz@harborlight.example", "Okafor", "+16505550123"})
  @DisplayName("I16 what names a person in a log is found; ids, times and objects are not")
  void personalDataIsNamed(String personal) {
    assertThat(found)
        .anySatisfy(violation -> {
          assertThat(violation.invariant()).isEqualTo("I16");
          assertThat(violation.text()).isEqualTo("log damaged.log shows " + personal);
        });
  }

  @Test
  @DisplayName("I1 what clients were answered is held against the users")
  void answers() throws Exception {
    DamagedCompany asked = COMPANIES.getFirst();
    UUID account = asked.company().accountId();
    Ledger ledger = new Ledger();
    ledger.signedUp(account, asked.company().adminEmail());
    String nobody = Company.newEmail("nobody");
    ledger.invited(account, nobody, "BASIC", UUID.randomUUID().toString());
    assertThat(auditor.audit(ledger).stream().map(Violation::toString))
        .containsExactlyInAnyOrder(
            "I1: %s was answered 201 1 times and has 0 users".formatted(nobody),
            "I1: user %s (%s) of account %s was asked for by nobody"
                .formatted(asked.user(), asked.email(), account));

    Ledger refused = new Ledger();
    refused.refused(account, asked.email(), "BASIC", 402);
    assertThat(auditor.audit(refused).stream().map(Violation::toString))
        .containsExactly("I1: %s was answered 402 and has 1 users".formatted(asked.email()));
  }

  @Test
  @DisplayName("I8 lag and unsent events are not quiet")
  void notQuiet() throws Exception {
    String event = UUID.randomUUID().toString();
    databases.update(
        Databases.NUMBERING,
        """
        insert into outbox (shard, event_id, topic, key, headers, payload, blocked_until)
        values (0, '%1$s', 'numbering.lines.v1', '%1$s', '{}', '', now() + interval '1 hour')
        """
            .formatted(event));
    try {
      assertThat(Quiet.of(RunningSuite.get()).await(Duration.ofSeconds(1)))
          .containsExactly("numbering_service has 1 unsent events");
    } finally {
      databases.update(
          Databases.NUMBERING, "delete from outbox where event_id = '%s'".formatted(event));
    }
  }
}
