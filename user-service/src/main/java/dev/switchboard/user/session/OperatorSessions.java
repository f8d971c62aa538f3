package dev.switchboard.user.session;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Sessions of the operator's own people, who belong to no account (I1). They are looked at when a
 * secret opens no user's session.
 */
public interface OperatorSessions {

  /** A live session of an employee. */
  record Live(UUID sessionId, UUID employeeId, Instant expiresAt) {}

  /** An employee. */
  record Employee(UUID id, String name, String email) {}

  /** The session with this secret when it is alive; notes that it is used. */
  Optional<Live> use(String secret);

  /**
   * Whose session it is.
   *
   * @throws ProblemException {@code auth.required} when he is gone
   */
  Employee employee(UUID employeeId);

  /** Ends the caller's session; twice is no error. */
  void signOut(Caller caller);
}
