package dev.switchboard.notification.mail;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Recipients of whom only the id is left (D6). */
final class ErasedRecipients {
  private final JdbcClient jdbc;
  private final Clock clock;

  ErasedRecipients(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Twice is no error. */
  void add(UUID accountId, UUID userId) {
    jdbc.sql(
            """
            insert into erased_recipient (user_id, account_id, erased_at) values (?, ?, ?)
            on conflict do nothing
            """)
        .params(userId, accountId, clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  boolean contains(UUID accountId, UUID userId) {
    return jdbc.sql("select 1 from erased_recipient where account_id = ? and user_id = ?")
        .params(accountId, userId)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** Overwrites who got the mails and what was in them, and what servers said of the address. */
  void overwriteMails(UUID accountId, UUID userId) {
    jdbc.sql(
            """
            update mail set recipient_email = 'erased@erased.invalid', recipient_name = 'erased', model = '{}'
            where account_id = ? and user_id = ?
            """)
        .params(accountId, userId)
        .update();
    jdbc.sql(
            """
            update attempt set reply_text = '' where account_id = ? and mail_id in (
              select mail_id from mail where account_id = ? and user_id = ?)
            """)
        .params(accountId, accountId, userId)
        .update();
  }
}
