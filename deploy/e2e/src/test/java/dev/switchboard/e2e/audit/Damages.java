package dev.switchboard.e2e.audit;

import static dev.switchboard.e2e.audit.Damage.lostRow;

import java.util.List;

/** All kinds of damage that the auditor must find. */
final class Damages {
  private Damages() {}

  static List<Damage> all() {
    return List.of(
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
        new Damage(
            "D6",
            "standing of erased account",
            Databases.USER,
            "update account set state = 'CLOSED' where account_id = 'ACCOUNT'",
            "update account set state = 'ACTIVE' where account_id = 'ACCOUNT'"),
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
        new Damage(
            "I9",
            "timeZone of user USER on user.directory.v1",
            Databases.USER,
            "update directory set time_zone = time_zone || '/Lost' where user_id = 'USER'",
            "update directory set time_zone = replace(time_zone, '/Lost', '') where user_id = 'USER'"),
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
            "table leaked of user_service shows four lighthouses",
            Databases.USER,
            """
            create table leaked as select 'four lighthouses at low tide' as secret
            """,
            "drop table leaked"));
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
}
