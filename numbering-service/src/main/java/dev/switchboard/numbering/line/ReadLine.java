package dev.switchboard.numbering.line;

import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The line of a user who is there (D2, D7); for admins, and for the user himself. */
@Component
public class ReadLine {
  private final Lines lines;

  ReadLine(Lines lines) {
    this.lines = lines;
  }

  /**
   * The user's open line.
   *
   * @throws ProblemException {@code auth.forbidden}; {@code resource.not-found}
   */
  @Transactional(readOnly = true)
  public Line read(Caller caller, UUID userId) {
    requireReach(caller, userId);
    return lines
        .find(new AccountId(caller.accountId()), new UserId(userId))
        .filter(Line::isOpen)
        .orElseThrow(ReadLine::unknown);
  }

  /** Only admins, and the user himself. */
  static void requireReach(Caller caller, UUID userId) {
    if (!caller.mayReach(userId)) {
      throw new ProblemException(CommonError.FORBIDDEN, "This is for admins of the account.");
    }
  }

  /** A user of another account is unknown here (A6), and one who is gone has no line. */
  static ProblemException unknown() {
    return new ProblemException(CommonError.NOT_FOUND, "There is no such user.");
  }
}
