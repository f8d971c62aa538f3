package dev.switchboard.e2e.audit;

import dev.switchboard.local.client.Mailbox;
import dev.switchboard.paymentprovider.Charge;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that the checks look at, read once.
 *
 * @param resets links to set a new password
 * @param liveSessions sessions that are neither ended nor expired
 * @param auditEntries what the log tells of users
 * @param inbox ids of the events that each service has taken in lately
 * @param inboxOfTopics those of them that must be on the topics as they are now
 * @param cutTopics names of the topics whose oldest records are gone already, or that were made
 *     anew
 * @param events all records of all topics
 * @param deadLetterRecords all records of all dead-letter topics
 * @param sent what the mail server has received
 * @param charges the money that the payment provider has taken
 */
record Evidence(
    List<Row> accounts,
    List<Row> users,
    List<Row> directory,
    List<Row> knownOpenSlots,
    List<Row> standings,
    List<Row> numberVersions,
    List<Row> invitations,
    List<Row> resets,
    List<Row> liveSessions,
    List<Row> auditEntries,
    List<Row> lines,
    List<Row> extensions,
    List<Row> numbers,
    List<Row> numberingStandings,
    List<Row> billingAccounts,
    List<Row> slots,
    List<Row> seats,
    List<Row> intervals,
    List<Row> seatIntervals,
    List<Row> numberIntervals,
    List<Row> billedNumberVersions,
    List<Row> statements,
    List<Row> payments,
    List<Row> mails,
    List<Row> outbox,
    List<Row> deadLetters,
    Map<String, Set<String>> inbox,
    Map<String, Set<String>> inboxOfTopics,
    List<Contracts.Topic> topics,
    Set<String> cutTopics,
    List<Event> events,
    List<Event> deadLetterRecords,
    List<Mailbox.Mail> sent,
    List<Charge> charges) {

  static Evidence collect(
      Databases databases,
      EventLog log,
      @Nullable Mailbox mailbox,
      @Nullable Supplier<List<Charge>> charges,
      @Nullable Instant topicsSince)
      throws SQLException, IOException {
    List<Contracts.Topic> topics = Contracts.topics();
    List<String> names = topics.stream().map(Contracts.Topic::name).toList();
    return new Evidence(
        databases.query(
            Databases.USER, "select account_id, state, main_number, version from account"),
        databases.query(
            Databases.USER,
            """
            select user_id, account_id, first_name, last_name, email, role, state, language, time_zone,
              mobile, invited_by, version, erased_at from users
            """),
        databases.query(Databases.USER, "select * from directory"),
        databases.query(
            Databases.USER, "select slot_id, account_id, plan, claimed_by from open_slot"),
        databases.query(
            Databases.USER, "select account_id, standing, version from account_standing"),
        databases.query(Databases.USER, "select number, version from number_version"),
        databases.query(
            Databases.USER,
            """
            select invitation_id, account_id, user_id, generation, state, mail_id,
              encode(token_hash, 'hex') as token_hash from invitation order by user_id, generation
            """),
        databases.query(
            Databases.USER,
            """
            select password_reset_id, account_id, user_id, generation, state, mail_id,
              encode(token_hash, 'hex') as token_hash from password_reset order by user_id, generation
            """),
        databases.query(
            Databases.USER,
            """
            select session_id, account_id, user_id from session
            where ended_at is null and expires_at > clock_timestamp()
            """),
        databases.query(
            Databases.USER,
            """
            select account_id, subject_id, action, actor_type, actor_id from audit_entry
            where subject_type = 'USER' and action like 'user.%'
            """),
        databases.query(Databases.NUMBERING, "select * from line"),
        databases.query(
            Databases.NUMBERING, "select account_id, code, holder_id, held_until from extension"),
        databases.query(Databases.NUMBERING, "select * from phone_number"),
        databases.query(
            Databases.NUMBERING, "select account_id, standing, version from account_standing"),
        databases.query(
            Databases.BILLING,
            "select account_id, standing, version, next_period, credit_cents from billing_account"),
        databases.query(Databases.BILLING, "select * from plan_slot"),
        databases.query(Databases.BILLING, "select * from seat"),
        databases.query(
            Databases.BILLING,
            """
            select interval_id, account_id, slot_id, plan, started_at, ended_at,
              lead(started_at) over in_time as next_start,
              ended_at > lead(started_at) over in_time as overlaps,
              ended_at < lead(started_at) over in_time as leaves_gap
            from charge_interval
            window in_time as (partition by slot_id order by started_at, ended_at nulls last)
            """),
        databases.query(
            Databases.BILLING,
            "select account_id, user_id, slot_id, plan, started_at from seat_interval where ended_at is null"),
        databases.query(
            Databases.BILLING,
            """
            select interval_id, account_id, number, use, user_id, started_at, ended_at,
              lead(started_at) over in_time as next_start,
              ended_at > lead(started_at) over in_time as overlaps
            from number_interval
            window in_time as (partition by number order by started_at, ended_at nulls last)
            """),
        databases.query(Databases.BILLING, "select number, version from number_version"),
        databases.query(
            Databases.BILLING,
            """
            select statement_id, account_id, period_index, total_cents,
              (select coalesce(sum((line->>'amountCents')::bigint), 0) from jsonb_array_elements(lines) line)
                as lines_cents
            from statement order by account_id, period_index
            """),
        databases.query(
            Databases.BILLING,
            "select statement_id, account_id, amount_cents, credit_cents, state, version from payment"),
        databases.query(
            Databases.NOTIFICATION,
            "select mail_id, account_id, user_id, recipient_email, template, state, version from mail"),
        everywhere(
            databases,
            """
            select current_database() as database, event_id, topic, key,
              extract(epoch from clock_timestamp() - created_at)::bigint as age from outbox
            """),
        everywhere(
            databases,
            "select current_database() as database, topic, key, event_id, coalesce(cause, 'waits') as cause from dead_letter"),
        inbox(databases, Instant.EPOCH),
        inbox(databases, topicsSince == null ? Instant.EPOCH : topicsSince),
        topics,
        topicsSince == null ? log.cut(names) : Set.copyOf(names),
        log.read(names),
        log.read(topics.stream().flatMap(topic -> topic.deadLetterTopics().stream()).toList()),
        mailbox == null ? List.of() : mailbox.all(),
        charges == null ? List.of() : charges.get());
  }

  private static List<Row> everywhere(Databases databases, String sql) throws SQLException {
    List<Row> rows = new java.util.ArrayList<>();
    for (String database : Databases.ALL) {
      rows.addAll(databases.query(database, sql));
    }
    return rows;
  }

  /** Only the last hours: topics do not keep their records for ever. */
  private static Map<String, Set<String>> inbox(Databases databases, Instant since)
      throws SQLException {
    Map<String, Set<String>> inbox = new HashMap<>();
    for (String database : Databases.ALL) {
      databases
          .query(
              database,
              """
              select event_id, consumer from inbox
              where received_at > greatest(clock_timestamp() - interval '12 hours', '%s')
              """
                  .formatted(since))
          .forEach(row ->
              inbox
                  .computeIfAbsent(row.text("consumer"), each -> new HashSet<>())
                  .add(row.text("event_id")));
    }
    return inbox;
  }

  /** Users who are there: invited, active or suspended. */
  List<Row> liveUsers() {
    return users.stream().filter(Evidence::isLive).toList();
  }

  static boolean isLive(Row user) {
    return Set.of("INVITED", "ACTIVE", "SUSPENDED").contains(user.text("state"));
  }

  /** How a user is named in a finding. */
  static String name(Row user) {
    return "user %s (%s) of account %s"
        .formatted(user.text("user_id"), user.text("email"), user.text("account_id"));
  }
}
