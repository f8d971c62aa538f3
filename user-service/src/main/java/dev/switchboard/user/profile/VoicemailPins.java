package dev.switchboard.user.profile;

import dev.switchboard.user.user.User;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hashes of the users' voicemail PINs; nothing else of a PIN is kept. */
@Component
class VoicemailPins {
  private final JdbcClient jdbc;
  private final Clock clock;

  VoicemailPins(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  boolean isSet(UUID accountId, UUID userId) {
    return jdbc.sql("select 1 from voicemail_pin where account_id = ? and user_id = ?")
        .params(accountId, userId)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  void set(User user, String hash) {
    jdbc.sql(
            """
            insert into voicemail_pin (account_id, user_id, pin_hash, changed_at) values (?, ?, ?, ?)
            on conflict (user_id) do update set pin_hash = excluded.pin_hash, changed_at = excluded.changed_at
            """)
        .params(
            user.accountId().value(),
            user.userId().value(),
            hash,
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Takes the PIN away; false when there was none. */
  boolean remove(User user) {
    return jdbc.sql("delete from voicemail_pin where account_id = ? and user_id = ?")
            .params(user.accountId().value(), user.userId().value())
            .update()
        == 1;
  }
}
