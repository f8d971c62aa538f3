package dev.switchboard.e2e.audit;

import java.util.Map;

/** I12: only those who are active have sessions. */
final class SessionCheck implements Check {

  @Override
  public void look(Evidence evidence, Findings findings) {
    Map<String, Row> users = Row.by("user_id", evidence.users());
    for (Row session : evidence.liveSessions()) {
      Row user = users.getOrDefault(session.text("user_id"), Row.none());
      findings.require(
          user.text("state").equals("ACTIVE"),
          "I12",
          "session %s is alive and %s is %s"
              .formatted(session.text("session_id"), Evidence.name(user), user.text("state")));
    }
  }
}
