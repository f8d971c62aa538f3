package dev.switchboard.notification.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Recipients whose data are erased (D6), in PostgreSQL. Asking for a mail and erasing its recipient
 * wait for each other, so that no mail slips in beside the erasure.
 */
final class ErasedRecipients {
  private final JdbcClient jdbc;

  ErasedRecipients(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether this recipient is erased; it stays true or false until the transaction ends. */
  boolean contains(UUID accountId, UUID userId) {
    lock("pg_advisory_xact_lock_shared", userId);
    return jdbc.sql(
            "select exists (select 1 from erased_recipient where account_id = ? and user_id = ?)")
        .params(accountId, userId)
        .query(Boolean.class)
        .single();
  }

  /** Notes it for ever; false when it was noted before. */
  boolean add(UUID accountId, UUID userId, Instant now) {
    lock("pg_advisory_xact_lock", userId);
    return jdbc.sql(
                """
                insert into erased_recipient (account_id, user_id, erased_at) values (?, ?, ?)
                on conflict do nothing
                """)
            .params(accountId, userId, now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Overwrites what tells who he was; a mail server's answer may quote his address. */
  void overwriteMails(UUID accountId, UUID userId) {
    jdbc.sql(
            """
            update attempt set reply_text = '(erased)' from mail
            where attempt.account_id = mail.account_id and attempt.mail_id = mail.mail_id
            and mail.account_id = ? and mail.user_id = ?
            """)
        .params(accountId, userId)
        .update();
    jdbc.sql(
            """
            update mail set recipient_email = ?, recipient_name = ?, time_zone = null, model = '{}',
              sealed_token = null
            where account_id = ? and user_id = ?
            """)
        .params(Letter.erasedEmail(userId), Letter.ERASED_NAME, accountId, userId)
        .update();
  }

  private void lock(String function, UUID userId) {
    jdbc.sql("select %s(hashtextextended('recipient ' || ?::text, 0))".formatted(function))
        .param(userId.toString())
        .query(row -> {});
  }
}
