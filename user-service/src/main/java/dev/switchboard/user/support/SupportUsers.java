package dev.switchboard.user.support;

import dev.switchboard.platform.time.Ids;
import dev.switchboard.user.user.Email;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored employees; seen by transactions for the platform as a whole only. */
@Component
class SupportUsers {
  private final JdbcClient jdbc;
  private final Clock clock;

  SupportUsers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** An employee with his password. */
  record SupportUser(UUID id, Email email, String name, String passwordHash) {

    @Override
    public String toString() {
      return "SupportUser[id=" + id + "]";
    }
  }

  Optional<SupportUser> findByEmail(Email email) {
    return find("email = ?", email.value());
  }

  Optional<SupportUser> findById(UUID id) {
    return find("support_user_id = ?", id);
  }

  /**
   * Stores an employee. One with this address gets the new name and password, and his sessions end.
   */
  void store(Email email, String name, String passwordHash) {
    UUID id =
        jdbc.sql(
                """
                insert into support_user (support_user_id, email, name, password_hash, changed_at)
                values (:id, :email, :name, :hash, :now)
                on conflict (email) do update set name = :name, password_hash = :hash, changed_at = :now
                returning support_user_id
                """)
            .param("id", Ids.next())
            .param("email", email.value())
            .param("name", name)
            .param("hash", passwordHash)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query(UUID.class)
            .single();
    jdbc.sql(
            "update support_session set ended_at = ? where support_user_id = ? and ended_at is null")
        .params(clock.instant().atOffset(ZoneOffset.UTC), id)
        .update();
  }

  private Optional<SupportUser> find(String condition, Object parameter) {
    return jdbc.sql(
            "select support_user_id, email, name, password_hash from support_user where "
                + condition)
        .param(parameter)
        .query((row, index) ->
            new SupportUser(
                row.getObject(1, UUID.class),
                new Email(row.getString(2)),
                row.getString(3),
                row.getString(4)))
        .optional();
  }
}
