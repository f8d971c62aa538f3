package dev.switchboard.user.session;

import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A4: a user sees his sessions and ends each; sign-out ends the one in use. */
@Component
public class EndSession {
  private final Sessions sessions;
  private final AuditTrail trail;

  EndSession(Sessions sessions, AuditTrail trail) {
    this.sessions = sessions;
    this.trail = trail;
  }

  /** Signs out; twice is no error. */
  @Transactional
  public void signOut(Caller caller) {
    endOne(caller, caller.sessionId());
  }

  /**
   * Ends one of the caller's sessions.
   *
   * @throws ProblemException {@code resource.not-found} when he has no such session
   */
  @Transactional
  public void end(Caller caller, UUID sessionId) {
    if (!endOne(caller, sessionId)) {
      throw new ProblemException(CommonError.NOT_FOUND, "There is no such session.");
    }
  }

  /** The caller's live sessions. */
  @Transactional(readOnly = true)
  public List<Session> sessionsOf(Caller caller) {
    return sessions.of(caller.accountId(), caller.userId());
  }

  private boolean endOne(Caller caller, UUID sessionId) {
    boolean ended = sessions.end(caller.accountId(), caller.userId(), sessionId);
    if (ended) {
      trail.record(
          new AuditEntry(
              caller.accountId(),
              caller.actor(),
              "session.ended",
              "SESSION",
              sessionId.toString(),
              Map.of()));
    }
    return ended;
  }
}
