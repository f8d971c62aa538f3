package dev.switchboard.e2e.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.RunningSuite;
import dev.switchboard.e2e.client.Company;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
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

  private static final Ledger LEDGER = new Ledger();
  private static Auditor auditor;
  private static Databases databases;
  private static Company company;
  private static String email;
  private static String user;

  @BeforeAll
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  static void oneInvitation() throws Exception {
    auditor = new Auditor(RunningSuite.get());
    databases = new Databases(RunningSuite.get().postgres());
    company = Company.signUp(RunningSuite.get().baseUrl(), 2, 1, 0);
    LEDGER.signedUp(company.accountId(), company.adminEmail());
    email = Company.newEmail("audited");
    user = company.invite(email, "BASIC", false).expect(201).body().path("id").asString();
    LEDGER.invited(company.accountId(), email, "BASIC", user);
    assertThat(Quiet.of(RunningSuite.get()).await(QUIET)).isEmpty();
    assertThat(audit()).isEmpty();
  }

  /**
   * Something that must never be.
   *
   * @param named what the auditor must say; USER stands for the user's id
   */
  record Damage(String invariant, String named, String database, String damage, String repair) {

    @Override
    public String toString() {
      return invariant + ": " + named;
    }
  }

  static Stream<Damage> damages() {
    return Stream.of(
        lostRow("I2", "has 0 open lines", Databases.NUMBERING, "line", "user_id = 'USER'"),
        lostRow(
            "I2", "extension that is held", Databases.NUMBERING, "extension", "holder_id = 'USER'"),
        new Damage(
            "I14",
            "account of the line of user USER",
            Databases.NUMBERING,
            "update line set account_id = 'STRANGER' where user_id = 'USER'",
            "update line set account_id = 'ACCOUNT' where user_id = 'USER'"),
        new Damage(
            "I4",
            "occupies 2 slots",
            Databases.BILLING,
            """
            alter table plan_slot drop constraint plan_slot_user_id_key;
            update plan_slot set state = 'OCCUPIED', user_id = 'USER'
            where account_id = 'ACCOUNT' and plan = 'PLUS'
            """,
            """
            update plan_slot set state = 'OPEN', user_id = null
            where account_id = 'ACCOUNT' and plan = 'PLUS';
            alter table plan_slot add unique (user_id)
            """),
        lostRow("I4", "state of the seat", Databases.BILLING, "seat", "user_id = 'USER'"),
        lostRow(
            "I4",
            "open charge intervals of slot",
            Databases.BILLING,
            "charge_interval",
            "slot_id = (select slot_id from seat where user_id = 'USER')"),
        new Damage(
            "I4",
            "charged plan of slot",
            Databases.BILLING,
            "update charge_interval set plan = 'PRO' where account_id = 'ACCOUNT' and plan = 'PLUS'",
            "update charge_interval set plan = 'PLUS' where account_id = 'ACCOUNT' and plan = 'PRO'"),
        new Damage(
            "I5",
            "main number of",
            Databases.NUMBERING,
            "update phone_number set account_id = 'STRANGER' where account_id = 'ACCOUNT'",
            "update phone_number set account_id = 'ACCOUNT' where account_id = 'STRANGER'"),
        new Damage(
            "I5",
            "line that has number",
            Databases.NUMBERING,
            """
            update phone_number set use = 'DIRECT', user_id = 'USER' where account_id = 'ACCOUNT'
            """,
            """
            update phone_number set use = 'COMPANY_MAIN', user_id = null where account_id = 'ACCOUNT'
            """),
        lostRow(
            "I6",
            "statements of account",
            Databases.BILLING,
            "statement",
            "account_id = 'ACCOUNT'"),
        new Damage(
            "I6",
            "total of statement 0",
            Databases.BILLING,
            "update statement set total_cents = total_cents + 1 where account_id = 'ACCOUNT'",
            "update statement set total_cents = total_cents - 1 where account_id = 'ACCOUNT'"),
        lostRow(
            "I6", "payment of statement", Databases.BILLING, "payment", "account_id = 'ACCOUNT'"),
        new Damage(
            "I6",
            "cents of payment of statement",
            Databases.BILLING,
            "update payment set amount_cents = amount_cents + 1 where account_id = 'ACCOUNT'",
            "update payment set amount_cents = amount_cents - 1 where account_id = 'ACCOUNT'"),
        new Damage(
            "I6",
            "money taken for the payment",
            Databases.BILLING,
            """
            update payment set state = 'PAID', paid_at = now(), next_try_at = null, ask_at = null
            where account_id = 'ACCOUNT'
            """,
            """
            update payment set state = 'DUE', paid_at = null, next_try_at = issued_at + interval '112 hours',
              ask_at = issued_at + interval '112 hours'
            where account_id = 'ACCOUNT'
            """),
        new Damage(
            "I6",
            "standing of account",
            Databases.BILLING,
            "update billing_account set standing = 'PAST_DUE' where account_id = 'ACCOUNT'",
            "update billing_account set standing = 'ACTIVE' where account_id = 'ACCOUNT'"),
        new Damage(
            "I6",
            "what was bought at the sign-up",
            Databases.BILLING,
            dearer("+ 1"),
            dearer("- 1")),
        lostRow(
            "I4",
            "open intervals of the seat of user USER",
            Databases.BILLING,
            "seat_interval",
            "user_id = 'USER'"),
        lostRow(
            "I4",
            "open intervals of number",
            Databases.BILLING,
            "number_interval",
            "account_id = 'ACCOUNT'"),
        new Damage(
            "I4",
            "use that pays for number",
            Databases.BILLING,
            "update number_interval set use = null where account_id = 'ACCOUNT'",
            "update number_interval set use = 'COMPANY_MAIN' where account_id = 'ACCOUNT'"),
        lostRow(
            "I7",
            "unknown to notification-service",
            Databases.NOTIFICATION,
            "mail",
            "user_id = 'USER'"),
        new Damage(
            "I7",
            "another link",
            Databases.USER,
            "update invitation set token_hash = sha256(token_hash) || token_hash where user_id = 'USER'",
            "update invitation set token_hash = substr(token_hash, 33) where user_id = 'USER'"),
        new Damage(
            "I8",
            "waits in the outbox",
            Databases.BILLING,
            """
            insert into outbox (shard, event_id, topic, key, headers, payload, blocked_until)
            values (0, 'STRANGER', 'billing.seats.v1', 'USER', '{}', '', now() + interval '1 hour')
            """,
            "delete from outbox where event_id = 'STRANGER'"),
        lostRow(
            "I8",
            "numbering-service has not taken in",
            Databases.NUMBERING,
            "inbox",
            "ctid = (select max(ctid) from inbox)"),
        new Damage(
            "I8",
            "is on no topic",
            Databases.BILLING,
            "insert into inbox (event_id, consumer) values ('STRANGER', 'billing-service')",
            "delete from inbox where event_id = 'STRANGER'"),
        new Damage(
            "I9",
            "version in the list of user USER",
            Databases.USER,
            "update users set version = version + 1 where user_id = 'USER'",
            "update users set version = version - 1 where user_id = 'USER'"),
        new Damage(
            "I9",
            "extension in the list of user USER",
            Databases.USER,
            "update directory set extension = extension + 500 where user_id = 'USER'",
            "update directory set extension = extension - 500 where user_id = 'USER'"),
        lostRow(
            "I9",
            "does not know the open slot",
            Databases.USER,
            "open_slot",
            "account_id = 'ACCOUNT'"),
        new Damage(
            "I10",
            "dead letter of numbering_service",
            Databases.NUMBERING,
            """
            insert into dead_letter (consumer, topic, kafka_partition, kafka_offset, key, headers, cause)
            values ('audit', 'user.users.v1', 0, 0, 'USER', '{}', 'made by hand')
            """,
            "delete from dead_letter where consumer = 'audit'"),
        new Damage(
            "I11",
            "live links of the invited user USER",
            Databases.USER,
            "update invitation set state = 'REVOKED' where user_id = 'USER'",
            "update invitation set state = 'PENDING' where user_id = 'USER'"),
        new Damage(
            "I11",
            "has 1 live links to set a password",
            Databases.USER,
            """
            insert into password_reset (password_reset_id, account_id, user_id, generation, token_hash,
              state, mail_id, created_at, expires_at, version)
            select user_id, account_id, user_id, 1, sha256('x'), 'PENDING', user_id, now(), now(), 1
            from users where user_id = 'USER'
            """,
            "delete from password_reset where user_id = 'USER'"),
        new Damage(
            "I12",
            "USER",
            Databases.USER,
            """
            insert into session (session_id, account_id, user_id, secret_hash, created_at, last_seen_at, expires_at)
            values ('STRANGER', 'ACCOUNT', 'USER', 'x', now(), now(), now() + interval '1 hour')
            """,
            "delete from session where session_id = 'STRANGER'"),
        lostRow(
            "I13", "entries about user USER", Databases.USER, "audit_entry", "subject_id = 'USER'"),
        new Damage(
            "I16",
            "table lost of user_service shows four lighthouses",
            Databases.USER,
            """
            create table lost as select 'four lighthouses at low tide' as secret
            """,
            "drop table lost"));
  }

  /** The first line of the statement and its total are changed alike. */
  private static String dearer(String cents) {
    return """
    update statement set total_cents = total_cents %1$s,
      lines = jsonb_set(lines, '{0,amountCents}', to_jsonb((lines->0->>'amountCents')::bigint %1$s))
    where account_id = 'ACCOUNT'
    """
        .formatted(cents);
  }

  private static Damage lostRow(
      String invariant, String named, String database, String table, String where) {
    return new Damage(
        invariant,
        named,
        database,
        "create table lost as select * from %1$s where %2$s; delete from %1$s where %2$s"
            .formatted(table, where),
        "insert into %1$s select * from lost; drop table lost".formatted(table));
  }

  @ParameterizedTest
  @MethodSource("damages")
  @DisplayName("I1–I14, I16 damage is named, with its ids, and gone when it is repaired")
  void damageIsNamed(Damage damage) throws Exception {
    String stranger = UUID.randomUUID().toString();
    change(damage.database(), damage.damage(), stranger);
    try {
      assertThat(audit())
          .anySatisfy(violation -> {
            assertThat(violation.invariant()).isEqualTo(damage.invariant());
            assertThat(violation.text()).contains(damage.named().replace("USER", user));
          });
    } finally {
      change(damage.database(), damage.repair(), stranger);
    }
  }

  /** What was repaired in vain would be found by the tests that come after this class as well. */
  @AfterAll
  static void allIsRepaired() throws Exception {
    assertThat(audit()).isEmpty();
  }

  @Test
  @DisplayName("I1 what clients were answered is held against the users")
  void answers() throws Exception {
    Ledger ledger = new Ledger();
    ledger.signedUp(company.accountId(), company.adminEmail());
    String nobody = Company.newEmail("nobody");
    ledger.invited(company.accountId(), nobody, "BASIC", UUID.randomUUID().toString());
    assertThat(auditor.audit(ledger).stream().map(Violation::toString))
        .containsExactlyInAnyOrder(
            "I1: %s was answered 201 1 times and has 0 users".formatted(nobody),
            "I1: user %s (%s) of account %s was asked for by nobody"
                .formatted(user, email, company.accountId()));

    Ledger refused = new Ledger();
    refused.refused(company.accountId(), email, "BASIC", 402);
    assertThat(auditor.audit(refused).stream().map(Violation::toString))
        .containsExactly("I1: %s was answered 402 and has 1 users".formatted(email));
  }

  @Test
  @DisplayName("I8 lag and unsent events are not quiet")
  void notQuiet() throws Exception {
    String event = UUID.randomUUID().toString();
    change(
        Databases.NUMBERING,
        """
        insert into outbox (shard, event_id, topic, key, headers, payload, blocked_until)
        values (0, 'STRANGER', 'numbering.lines.v1', 'USER', '{}', '', now() + interval '1 hour')
        """,
        event);
    try {
      assertThat(Quiet.of(RunningSuite.get()).await(Duration.ofSeconds(1)))
          .containsExactly("numbering_service has 1 unsent events");
    } finally {
      change(Databases.NUMBERING, "delete from outbox where event_id = 'STRANGER'", event);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"to ana.luz@harborlight.example", "of Okafor:", "call +16505550123"})
  @DisplayName("I16 what names a person in a log is found; ids, times and objects are not")
  void personalData(String damage) throws Exception {
    Path log = RunningSuite.get().logs().resolve("damaged.log");
    Files.writeString(
        log, "at 2026-11-30T11:00:00+00:00 user " + user + " of user.users.v1-0@15, Bean@1f2e.x");
    try {
      assertThat(audit()).isEmpty();
      Files.writeString(log, "a mail " + damage + " failed");
      assertThat(audit())
          .singleElement()
          .satisfies(violation -> {
            assertThat(violation.invariant()).isEqualTo("I16");
            assertThat(violation.text()).startsWith("log damaged.log shows ");
          });
    } finally {
      Files.delete(log);
    }
  }

  private static List<Violation> audit() throws Exception {
    return auditor.audit(LEDGER);
  }

  private static void change(String database, String sql, String stranger) throws Exception {
    databases.update(
        database,
        sql.replace("USER", user)
            .replace("ACCOUNT", company.accountId().toString())
            .replace("STRANGER", stranger));
  }
}
