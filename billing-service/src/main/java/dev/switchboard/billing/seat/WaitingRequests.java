package dev.switchboard.billing.seat;

import dev.switchboard.billing.seat.wire.UserV1;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was heard last of users whose account billing has not heard of yet: topics may overtake each
 * other.
 */
@Component
class WaitingRequests {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  WaitingRequests(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** What is to be done when the account is there. */
  enum Kind {
    INVITED,
    DELETED,
    RESTORED
  }

  /** Who waits, and for what. */
  record Waiting(Kind kind, UserV1 user) {}

  /** Keeps it, in the place of what is older of this user. */
  void keep(Kind kind, UserV1 user) {
    jdbc.sql(
            """
            insert into waiting_seat_request as w (user_id, account_id, kind, request) values (?, ?, ?, ?::jsonb)
            on conflict (user_id) do update set kind = excluded.kind, request = excluded.request
            where (w.request->>'version')::bigint < (excluded.request->>'version')::bigint
            """)
        .params(user.userId(), user.accountId(), kind.name(), json.writeValueAsString(user))
        .update();
  }

  /** The invitation was withdrawn before billing could decide. */
  void drop(UUID accountId, UUID userId) {
    jdbc.sql("delete from waiting_seat_request where account_id = ? and user_id = ?")
        .params(accountId, userId)
        .update();
  }

  /** Takes all requests of the account out, the oldest first. */
  List<Waiting> take(UUID accountId) {
    return jdbc.sql(
            """
            with taken as (delete from waiting_seat_request where account_id = ? returning *)
            select kind, request::text from taken order by sequence
            """)
        .param(accountId)
        .query((row, index) ->
            new Waiting(
                Kind.valueOf(row.getString(1)), json.readValue(row.getString(2), UserV1.class)))
        .list();
  }
}
