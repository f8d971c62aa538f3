package dev.switchboard.user.twostep;

import dev.switchboard.platform.crypto.Seal;
import dev.switchboard.user.masterkey.SealedSecrets;
import dev.switchboard.user.user.User;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secrets that users share with their apps, sealed with the master key. */
@Component
class TwoSteps implements SealedSecrets {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Seal seal;

  TwoSteps(JdbcClient jdbc, Clock clock, @Value("${switchboard.master-key}") String masterKey) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.seal = new Seal(masterKey);
  }

  /**
   * What a user has.
   *
   * @param enabled false while no code of it has been seen
   */
  record TwoStep(TwoStepSecret secret, boolean enabled) {}

  Optional<TwoStep> find(UUID accountId, UUID userId) {
    return jdbc.sql(
            """
            select sealed_secret, enabled_at is not null from two_step
            where account_id = ? and user_id = ?
            """)
        .params(accountId, userId)
        .query((row, index) ->
            new TwoStep(TwoStepSecret.parse(seal.open(row.getString(1))), row.getBoolean(2)))
        .optional();
  }

  /** Begins, or begins anew; false when it is on already. */
  boolean begin(User user, TwoStepSecret secret) {
    return jdbc.sql(
                """
                insert into two_step as t (account_id, user_id, sealed_secret, begun_at, last_step)
                values (?, ?, ?, ?, 0)
                on conflict (user_id) do update set
                  sealed_secret = excluded.sealed_secret, begun_at = excluded.begun_at, last_step = 0
                where t.enabled_at is null
                """)
            .params(
                user.accountId().value(),
                user.userId().value(),
                seal.seal(secret.asText()),
                clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Switches it on with the code of a step, which is used up. */
  boolean enable(UUID accountId, UUID userId, long step) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return jdbc.sql(
                """
                update two_step set enabled_at = ?, last_step = ?
                where account_id = ? and user_id = ? and enabled_at is null
                """)
            .params(now, step, accountId, userId)
            .update()
        == 1;
  }

  /** Uses a step up, and all before it; true for exactly one of all who try. */
  boolean use(UUID accountId, UUID userId, long step) {
    return jdbc.sql(
                """
                update two_step set last_step = ?
                where account_id = ? and user_id = ? and enabled_at is not null and last_step < ?
                """)
            .params(step, accountId, userId, step)
            .update()
        == 1;
  }

  @Override
  public String kind() {
    return "two-step secrets";
  }

  @Override
  public Step renew(@Nullable String after, int limit) {
    List<Sealed> page =
        jdbc.sql(
                """
                select user_id, sealed_secret from two_step where user_id > ? order by user_id limit ? for update
                """)
            .params(after == null ? new UUID(0, 0) : UUID.fromString(after), limit)
            .query((row, index) -> new Sealed(row.getObject(1, UUID.class), row.getString(2)))
            .list();
    int renewed = 0;
    for (Sealed each : page) {
      Optional<String> newly = seal.renewed(each.secret());
      if (newly.isPresent()) {
        jdbc.sql("update two_step set sealed_secret = ? where user_id = ?")
            .params(newly.get(), each.userId())
            .update();
        renewed++;
      }
    }
    return new Step(renewed, page.size() < limit ? null : page.getLast().userId().toString());
  }

  private record Sealed(UUID userId, String secret) {}

  void delete(UUID accountId, UUID userId) {
    jdbc.sql("delete from two_step where account_id = ? and user_id = ?")
        .params(accountId, userId)
        .update();
  }
}
