package dev.switchboard.user.session;

import dev.switchboard.platform.security.Caller;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Ends sessions because of what another feature has changed, in the transaction of that change and
 * after it: a sign-in that runs meanwhile either comes first and is ended, or sees the change.
 */
@Component
public class SignOut {
  private final Sessions sessions;

  SignOut(Sessions sessions) {
    this.sessions = sessions;
  }

  /**
   * Ends every session of a user.
   *
   * @param reason code for the event, such as {@code PASSWORD_RESET}
   */
  public void everywhere(UUID accountId, UUID userId, String reason) {
    sessions.endAll(accountId, userId, reason);
  }

  /** Ends every session of the caller but the one that he uses. */
  public void elsewhere(Caller caller, String reason) {
    sessions.endOthers(caller.accountId(), caller.userId(), caller.sessionId(), reason);
  }

  /** The user's sessions go on, but his tokens may now say something else: they are made anew. */
  public void renewTokens(UUID accountId, UUID userId, String reason) {
    sessions.renewTokens(accountId, userId, reason);
  }
}
