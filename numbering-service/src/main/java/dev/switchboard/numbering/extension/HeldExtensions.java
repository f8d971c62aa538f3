package dev.switchboard.numbering.extension;

import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * F4: the extension of a deleted user is nobody's for a while, neither given out nor picked by
 * hand: who dials it from an old list must not reach somebody else. While the deletion can be
 * undone the user gets it back.
 */
@Component
public class HeldExtensions {
  private final JdbcClient jdbc;
  private final ExtensionProperties properties;

  HeldExtensions(JdbcClient jdbc, ExtensionProperties properties) {
    this.jdbc = jdbc;
    this.properties = properties;
  }

  /** Until when the extension of a user is held who was deleted at this time. */
  public Instant heldUntil(Instant deletedAt, Instant restorableUntil) {
    Instant until = deletedAt.plus(properties.hold());
    // As PostgreSQL stores it, so that what was stored equals what is computed again.
    return (until.isBefore(restorableUntil) ? restorableUntil : until)
        .truncatedTo(ChronoUnit.MICROS);
  }

  /** Nobody else gets the user's extension before this time. */
  public void hold(AccountId accountId, UserId userId, Instant until) {
    jdbc.sql(
            """
            update extension set held_until = ?
            where account_id = ? and holder_kind = 'USER' and holder_id = ?
            """)
        .params(until.atOffset(ZoneOffset.UTC), accountId.value(), userId.value())
        .update();
  }

  /** The user is back and has his extension again; nothing when he has none that is held. */
  public Optional<Extension> takeUp(AccountId accountId, UserId userId) {
    return jdbc.sql(
            """
            update extension set held_until = null
            where account_id = ? and holder_kind = 'USER' and holder_id = ? returning code
            """)
        .params(accountId.value(), userId.value())
        .query((row, index) -> new Extension(row.getInt("code")))
        .optional();
  }

  /** Accounts that have extensions whose time is over; so many at most. */
  List<AccountId> accountsWithDue(Instant now, int limit) {
    return jdbc.sql("select distinct account_id from extension where held_until <= ? limit ?")
        .params(now.atOffset(ZoneOffset.UTC), limit)
        .query((row, index) -> new AccountId(row.getObject("account_id", UUID.class)))
        .list();
  }

  /** Makes the account's extensions free whose time is over. */
  void free(AccountId accountId, Instant now) {
    jdbc.sql("select first_unused from extension_space where account_id = ? for update")
        .param(accountId.value())
        .query(Integer.class)
        .optional();
    jdbc.sql(
            """
            with freed as (
              delete from extension where account_id = ? and held_until <= ? returning account_id, code)
            insert into returned_extension (account_id, code) select account_id, code from freed
            on conflict do nothing
            """)
        .params(accountId.value(), now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
