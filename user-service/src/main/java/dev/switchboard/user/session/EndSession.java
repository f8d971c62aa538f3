package dev.switchboard.user.session;

import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A4: a user sees his sessions and ends each; sign-out ends the one in use. */
@Component
public class EndSession {
  private final Sessions sessions;

  EndSession(Sessions sessions) {
    this.sessions = sessions;
  }

  /** Signs out; twice is no error. */
  @Transactional
  public void signOut(Caller caller) {
    sessions.end(caller.accountId(), caller.userId(), caller.sessionId());
  }

  /**
   * Ends one of the caller's sessions.
   *
   * @throws ProblemException {@code resource.not-found} when he has no such session
   */
  @Transactional
  public void end(Caller caller, UUID sessionId) {
    if (!sessions.end(caller.accountId(), caller.userId(), sessionId)) {
      throw new ProblemException(CommonError.NOT_FOUND, "There is no such session.");
    }
  }

  /** The caller's live sessions. */
  @Transactional(readOnly = true)
  public List<Session> sessionsOf(Caller caller) {
    return sessions.of(caller.accountId(), caller.userId());
  }
}
