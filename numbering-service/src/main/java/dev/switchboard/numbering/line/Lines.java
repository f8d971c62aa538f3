package dev.switchboard.numbering.line;

import dev.switchboard.numbering.extension.Extension;
import dev.switchboard.numbering.line.wire.LineV1;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.outbox.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores lines, and with each change its event. */
@Component
class Lines {
  static final String TOPIC = "numbering.lines.v1";

  private final JdbcClient jdbc;
  private final Outbox outbox;

  Lines(JdbcClient jdbc, Outbox outbox) {
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  /** The user's line, locked until the transaction ends. */
  Optional<Line> lock(AccountId accountId, UserId userId) {
    return jdbc.sql("select * from line where account_id = ? and user_id = ? for update")
        .params(accountId.value(), userId.value())
        .query((row, index) -> line(row))
        .optional();
  }

  /** The user's line as it is now. */
  Optional<Line> find(AccountId accountId, UserId userId) {
    return jdbc.sql("select * from line where account_id = ? and user_id = ?")
        .params(accountId.value(), userId.value())
        .query((row, index) -> line(row))
        .optional();
  }

  /**
   * The lines of those of these users who have one, locked until the transaction ends; in the order
   * of their ids, so that no two transactions wait for each other.
   */
  Map<UserId, Line> lock(AccountId accountId, Set<UserId> userIds) {
    return jdbc
        .sql(
            "select * from line where account_id = ? and user_id = any (?) order by user_id for update")
        .param(accountId.value())
        .param(userIds.stream().map(UserId::value).toArray(UUID[]::new))
        .query((row, index) -> line(row))
        .list()
        .stream()
        .collect(Collectors.toMap(Line::userId, Function.identity()));
  }

  /**
   * Stores a new line and its event; false, and nothing stored, when its bridge is another line's.
   *
   * @throws org.springframework.dao.DuplicateKeyException when the user's line came into being at
   *     the same moment; trying again finds it
   */
  boolean insert(Change<Line> change) {
    Line line = change.state();
    boolean inserted =
        jdbc.sql(
                    """
                    insert into line (user_id, account_id, state, extension, bridge_id, direct_numbers,
                      forward_to, held_until, user_version, version)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (bridge_id) do nothing
                    """)
                .param(line.userId().value())
                .param(line.accountId().value())
                .param(line.state().name())
                .param(code(line))
                .param(text(line.bridgeId()))
                .param(line.directNumbers().stream().map(E164::value).toArray(String[]::new))
                .param(text(line.forwardTo()))
                .param(heldUntil(line))
                .param(line.userVersion())
                .param(line.version())
                .update()
            == 1;
    if (inserted) {
      publish(change);
    }
    return inserted;
  }

  /**
   * Stores a change of state and its event.
   *
   * @return the event's id
   */
  UUID update(Change<Line> change) {
    Line line = change.state();
    int updated =
        jdbc.sql(
                """
                update line set state = ?, extension = ?, bridge_id = ?, direct_numbers = ?, forward_to = ?,
                  held_until = ?, user_version = ?, version = ?
                where account_id = ? and user_id = ? and version = ?
                """)
            .param(line.state().name())
            .param(code(line))
            .param(text(line.bridgeId()))
            .param(line.directNumbers().stream().map(E164::value).toArray(String[]::new))
            .param(text(line.forwardTo()))
            .param(heldUntil(line))
            .param(line.userVersion())
            .param(line.version())
            .param(line.accountId().value())
            .param(line.userId().value())
            .param(line.version() - 1)
            .update();
    if (updated == 0) {
      throw new OptimisticLockingFailureException("line of " + line.userId());
    }
    return publish(change);
  }

  /** Remembers that the line knows of this version of its user; nothing that others see changes. */
  void remember(AccountId accountId, UserId userId, long userVersion) {
    jdbc.sql(
            """
            update line set user_version = ? where account_id = ? and user_id = ? and user_version < ?
            """)
        .params(userVersion, accountId.value(), userId.value(), userVersion)
        .update();
  }

  private UUID publish(Change<Line> change) {
    return outbox.add(toEvent(change));
  }

  static OutgoingEvent toEvent(Change<Line> change) {
    Line line = change.state();
    String type =
        switch (change.event()) {
          case LineEvent.Opened _ -> "line.opened";
          case LineEvent.Changed _ -> "line.changed";
          case LineEvent.Closed _ -> "line.closed";
        };
    return new OutgoingEvent(
        TOPIC,
        line.userId().toString(),
        type,
        line.accountId().value(),
        LineV1.of(line, change.event()));
  }

  private static @Nullable Integer code(Line line) {
    Extension extension = line.extension();
    return extension == null ? null : extension.code();
  }

  private static @Nullable OffsetDateTime heldUntil(Line line) {
    Instant until = line.heldUntil();
    return until == null ? null : until.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  static Line line(ResultSet row) throws SQLException {
    Integer code = row.getObject("extension", Integer.class);
    String bridge = row.getString("bridge_id");
    String forwardTo = row.getString("forward_to");
    OffsetDateTime heldUntil = row.getObject("held_until", OffsetDateTime.class);
    return new Line(
        new UserId(row.getObject("user_id", UUID.class)),
        new AccountId(row.getObject("account_id", UUID.class)),
        Line.State.valueOf(row.getString("state")),
        code == null ? null : new Extension(code),
        bridge == null ? null : new BridgeId(bridge),
        Arrays.stream((String[]) row.getArray("direct_numbers").getArray()).map(E164::new).toList(),
        forwardTo == null ? null : new E164(forwardTo),
        heldUntil == null ? null : heldUntil.toInstant(),
        row.getLong("user_version"),
        row.getLong("version"));
  }
}
