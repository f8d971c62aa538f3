package dev.switchboard.billing.seat;

import dev.switchboard.billing.seat.wire.UserV1;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Seat requests of accounts that billing has not heard of yet: topics may overtake each other. */
@Component
class WaitingRequests {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  WaitingRequests(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void keep(UserV1 user) {
    jdbc.sql(
            """
            insert into waiting_seat_request (user_id, account_id, request) values (?, ?, ?::jsonb)
            on conflict do nothing
            """)
        .params(user.userId(), user.accountId(), json.writeValueAsString(user))
        .update();
  }

  /** The invitation was withdrawn before billing could decide. */
  void drop(UUID accountId, UUID userId) {
    jdbc.sql("delete from waiting_seat_request where account_id = ? and user_id = ?")
        .params(accountId, userId)
        .update();
  }

  /** Takes all requests of the account out, the oldest first. */
  List<UserV1> take(UUID accountId) {
    return jdbc.sql(
            """
            with taken as (delete from waiting_seat_request where account_id = ? returning *)
            select request::text from taken order by sequence
            """)
        .param(accountId)
        .query((row, index) -> json.readValue(row.getString(1), UserV1.class))
        .list();
  }
}
