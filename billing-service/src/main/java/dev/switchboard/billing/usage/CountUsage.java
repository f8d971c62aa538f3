package dev.switchboard.billing.usage;

import dev.switchboard.billing.usage.wire.CallUsageV1;
import dev.switchboard.platform.event.IncomingEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** E9: keeps the last total of each user and month that the voice platform has told. */
@Component
public class CountUsage {
  private final JdbcClient jdbc;

  CountUsage(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A total was counted. Twice, or older than what is known, has no effect. It may come before its
   * account or user is heard of: it is shown once they are.
   */
  public void on(IncomingEvent<CallUsageV1> event) {
    CallUsageV1 usage = CallUsageV1.checked(event);
    jdbc.sql(
            """
            insert into call_usage as known (account_id, month, user_id, seconds, calls, version)
            values (?, ?, ?, ?, ?, ?)
            on conflict (account_id, month, user_id) do update
            set seconds = excluded.seconds, calls = excluded.calls, version = excluded.version
            where known.version < excluded.version
            """)
        .params(
            usage.accountId(),
            usage.yearMonth().atDay(1),
            usage.userId(),
            usage.seconds(),
            usage.calls(),
            usage.version())
        .update();
  }
}
