package dev.switchboard.numbering.price;

import dev.switchboard.numbering.price.wire.SeatPlanV1;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.IncomingEvent;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which plan each user has, as billing tells; a late event changes nothing. */
@Component
public class UserPlans {
  private final JdbcClient jdbc;

  UserPlans(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A seat was occupied, refused or vacated. */
  public void on(IncomingEvent<SeatPlanV1> event) {
    SeatPlanV1 seat = SeatPlanV1.checked(event);
    jdbc.sql(
            """
            insert into user_plan as p (user_id, account_id, plan, version) values (?, ?, ?, ?)
            on conflict (user_id) do update set plan = excluded.plan, version = excluded.version
            where p.version < excluded.version
            """)
        .param(seat.userId())
        .param(seat.accountId())
        .param("OCCUPIED".equals(seat.state()) ? seat.plan() : null)
        .param(seat.version())
        .update();
  }

  /** The user's plan; none while billing has not decided yet. */
  public Optional<String> of(UserId userId) {
    return jdbc.sql("select plan from user_plan where user_id = ? and plan is not null")
        .param(userId.value())
        .query(String.class)
        .optional();
  }
}
