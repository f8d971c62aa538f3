package dev.switchboard.user.passwordreset;

import dev.switchboard.platform.audit.Origin;
import dev.switchboard.user.user.Email;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * D3: anybody asks for a link to an address. It is only noted here, by the same statement for every
 * address, so that neither answer nor time tells whether somebody has it.
 */
@Component
public class AskForReset {
  private final JdbcClient jdbc;
  private final Clock clock;

  AskForReset(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Notes it; {@link ServeResetRequests} does the rest. */
  public void ask(Email email) {
    Origin origin = Origin.current();
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            insert into password_reset_request (email, requested_at, due_at, ip_address, user_agent)
            values (?, ?, ?, ?, ?)
            """)
        .param(email.value())
        .param(now)
        .param(now)
        .param(origin == null ? null : origin.ipAddress())
        .param(origin == null ? null : origin.userAgent())
        .update();
  }
}
