package dev.switchboard.numbering.line;

import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The lines of users, for features that give them numbers. */
@Component
public class UserLines {
  private final Lines lines;
  private final ForwardingLimits limits;

  UserLines(Lines lines, ForwardingLimits limits) {
    this.lines = lines;
    this.limits = limits;
  }

  /** The user's direct numbers, his open line locked; nothing when he has no such line. */
  public Optional<List<E164>> lockNumbersOf(AccountId accountId, UserId userId) {
    return lines.lock(accountId, userId).filter(Line::isOpen).map(Line::directNumbers);
  }

  /**
   * Calls to the user do not come back to this number.
   *
   * @throws ProblemException {@code forwarding.loop}
   */
  public void requireNoLoop(AccountId accountId, UserId userId, E164 number) {
    limits.requireNoLoop(lines.lock(accountId, userId).orElseThrow(), number);
  }

  /**
   * The number is the user's, whose line is open and locked.
   *
   * @return the id of the event that tells of it
   */
  public UUID add(AccountId accountId, UserId userId, E164 number, Actor actor) {
    return lines.update(lines.lock(accountId, userId).orElseThrow().add(List.of(number), actor));
  }
}
