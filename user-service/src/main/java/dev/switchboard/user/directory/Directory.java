package dev.switchboard.user.directory;

import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.outbox.Outbox;
import dev.switchboard.user.directory.wire.LineV1;
import dev.switchboard.user.directory.wire.MailV1;
import dev.switchboard.user.directory.wire.SeatV1;
import dev.switchboard.user.plan.Plan;
import dev.switchboard.user.user.Mobile;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserEvent;
import dev.switchboard.user.user.UserProjection;
import dev.switchboard.user.user.UserState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the rows of the list: the user's part in the transaction of its change, everything else
 * from events. Each part carries the version of its source, so that an event that comes twice or
 * late changes nothing; one that comes before the user waits in a row that is not shown. Every
 * change goes out on the compacted topic (K2).
 */
@Component
public class Directory implements UserProjection {
  static final String TOPIC = "user.directory.v1";
  private static final String STUB =
      """
      insert into directory as d (account_id, user_id, visible, version, user_version, first_name, last_name,
        email, role, state, %1$s)
      values (:account, :user, false, 0, 0, '', '', '', 'USER', 'INVITED', %2$s)
      on conflict (user_id) do update set %3$s, version = d.version + case when d.visible then 1 else 0 end
      where d.account_id = excluded.account_id and d.%4$s < :version
      returning
      """
          + WholeRow.COLUMNS;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Outbox outbox;

  Directory(JdbcClient jdbc, Clock clock, Outbox outbox) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.outbox = outbox;
  }

  /**
   * The user's part of the row. Whoever is deleted has no plan any more, so that, restored, he has
   * one only when billing has given it again.
   */
  @Override
  public List<OutgoingEvent> project(User user, UserEvent event) {
    Mobile mobile = user.mobile();
    return write(
            """
            insert into directory as d (account_id, user_id, visible, version, user_version, first_name, last_name,
              email, role, state, language, time_zone, mobile)
            values (:account, :user, :visible, 1, :version, :firstName, :lastName, :email, :role, :state, :language,
              :timeZone, :mobile)
            on conflict (user_id) do update set visible = excluded.visible, version = d.version + 1,
              user_version = excluded.user_version, first_name = excluded.first_name,
              last_name = excluded.last_name, email = excluded.email, role = excluded.role, state = excluded.state,
              language = excluded.language, time_zone = excluded.time_zone, mobile = excluded.mobile,
              plan = case when excluded.state = 'DELETED' then null else d.plan end
            where d.user_version < excluded.user_version
            returning
            """
                + WholeRow.COLUMNS,
            user.accountId().value(),
            user.userId().value(),
            user.version(),
            statement ->
                statement
                    .param("visible", isListed(user.state()))
                    .param("firstName", user.firstName())
                    .param("lastName", user.lastName())
                    .param("email", user.email().value())
                    .param("role", user.role().name())
                    .param("state", user.state().name())
                    .param("language", user.language())
                    .param("timeZone", user.timeZone())
                    .param("mobile", mobile == null ? null : mobile.value()))
        .map(Directory::toEvent)
        .stream()
        .toList();
  }

  /** Billing gave, refused or took a seat; false when that is known or out of date. */
  public boolean on(SeatV1 seat) {
    Plan plan = seat.state().equals("OCCUPIED") ? seat.plan() : null;
    Optional<WholeRow> row =
        write(
            STUB.formatted(
                "seat_version, plan",
                ":version, :plan",
                "seat_version = :version, plan = :plan",
                "seat_version"),
            seat.accountId(),
            seat.userId(),
            seat.version(),
            statement -> statement.param("plan", plan == null ? null : plan.name()));
    row.ifPresent(this::publish);
    return row.isPresent();
  }

  /** Numbering opened, changed or closed a line; false when that is known or out of date. */
  public boolean on(LineV1 line) {
    boolean open = line.state().equals("OPEN");
    Optional<WholeRow> row =
        write(
            STUB.formatted(
                "line_version, direct_numbers, extension, bridge_id, forward_to",
                ":version, :numbers, :extension, :bridge, :forwardTo",
                "line_version = :version, direct_numbers = :numbers, extension = :extension, bridge_id = :bridge,"
                    + " forward_to = :forwardTo",
                "line_version"),
            line.accountId(),
            line.userId(),
            line.version(),
            statement ->
                statement
                    .param(
                        "numbers",
                        open ? line.directNumbers().toArray(String[]::new) : new String[0])
                    .param(
                        "extension",
                        open && line.extension() != null ? Integer.valueOf(line.extension()) : null)
                    .param("bridge", open ? line.bridgeId() : null)
                    .param("forwardTo", open ? line.forwardTo() : null));
    row.ifPresent(this::publish);
    return row.isPresent();
  }

  /** The mail of the latest invitation got on (B2); mails of older ones are nobody's concern. */
  public void on(MailV1 mail) {
    jdbc.sql(
            """
            update directory set mail_state = ?, mail_version = ?
            where account_id = ? and user_id = ? and mail_id = ? and mail_version < ?
            """)
        .params(
            mail.state(),
            mail.version(),
            mail.accountId(),
            mail.userId(),
            mail.mailId(),
            mail.version())
        .update();
  }

  /** A new link was made; its mail has yet to be sent. */
  public void invitationIssued(UUID accountId, UUID userId, UUID mailId, Instant expiresAt) {
    jdbc.sql(
            """
            update directory set invitation_state = 'PENDING', invitation_expires_at = ?, mail_id = ?,
              mail_version = 0, mail_state = 'QUEUED'
            where account_id = ? and user_id = ?
            """)
        .params(expiresAt.atOffset(ZoneOffset.UTC), mailId, accountId, userId)
        .update();
  }

  /** The link was used. */
  public void invitationAccepted(UUID accountId, UUID userId) {
    jdbc.sql(
            "update directory set invitation_state = 'ACCEPTED' where account_id = ? and user_id = ?")
        .params(accountId, userId)
        .update();
  }

  /** The link is void, because the user was deleted. */
  public void invitationRevoked(UUID accountId, UUID userId) {
    jdbc.sql(
            "update directory set invitation_state = 'REVOKED' where account_id = ? and user_id = ?")
        .params(accountId, userId)
        .update();
  }

  private Optional<WholeRow> write(
      String sql, UUID accountId, UUID userId, long version, Parameters parameters) {
    JdbcClient.StatementSpec statement =
        jdbc.sql(sql).param("account", accountId).param("user", userId).param("version", version);
    return parameters
        .addTo(statement)
        .query((row, index) -> WholeRow.read(row, clock.instant()))
        .optional();
  }

  private void publish(WholeRow row) {
    if (row.listed().visible()) {
      outbox.add(toEvent(row));
    }
  }

  private static boolean isListed(UserState state) {
    return switch (state) {
      case INVITED, ACTIVE, SUSPENDED -> true;
      case DELETED, WITHDRAWN -> false;
    };
  }

  /** The whole row, or a tombstone for one that is not shown any more. */
  static OutgoingEvent toEvent(WholeRow row) {
    DirectoryRow listed = row.listed();
    return new OutgoingEvent(
        TOPIC,
        listed.userId().toString(),
        "directory.changed",
        listed.accountId(),
        listed.visible() ? row.toWire() : null);
  }

  private interface Parameters {
    JdbcClient.StatementSpec addTo(JdbcClient.StatementSpec statement);
  }
}
