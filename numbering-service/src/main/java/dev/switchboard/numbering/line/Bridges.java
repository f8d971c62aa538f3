package dev.switchboard.numbering.line;

import java.security.SecureRandom;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** F6: conference room ids of ten random digits; each is one user's, for ever. */
@Component
class Bridges {
  private static final long LOWEST = 2_000_000_000L; // not like a long-distance call
  private static final long BEYOND = 10_000_000_000L;
  private static final int ATTEMPTS = 20;

  private final JdbcClient jdbc;
  private final SecureRandom random = new SecureRandom();

  Bridges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A new id, now of this user. */
  String allocate(UUID accountId, UUID userId) {
    for (int i = 0; i < ATTEMPTS; i++) {
      String id = Long.toString(random.nextLong(LOWEST, BEYOND));
      int inserted =
          jdbc.sql(
                  "insert into bridge (bridge_id, account_id, user_id) values (?, ?, ?) on conflict do nothing")
              .params(id, accountId, userId)
              .update();
      if (inserted == 1) {
        return id;
      }
    }
    throw new IllegalStateException("no free bridge id in " + ATTEMPTS + " attempts");
  }
}
