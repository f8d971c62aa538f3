package dev.switchboard.numbering.line;

import dev.switchboard.numbering.extension.HeldExtensions;
import dev.switchboard.numbering.line.wire.UserV1;
import dev.switchboard.numbering.number.DirectNumbers;
import dev.switchboard.numbering.number.RestNumbers;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.event.IncomingEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * D6: a deletion can't be undone any more. The direct numbers go where was decided; to the
 * account's pool when whoever was to get them is himself gone by now, and to quarantine when the
 * whole account is. The extension stays held (F4).
 */
@Component
public class EraseLine {
  private final Lines lines;
  private final HeldExtensions extensions;
  private final DirectNumbers directNumbers;
  private final RestNumbers restNumbers;

  EraseLine(
      Lines lines,
      HeldExtensions extensions,
      DirectNumbers directNumbers,
      RestNumbers restNumbers) {
    this.lines = lines;
    this.extensions = extensions;
    this.directNumbers = directNumbers;
    this.restNumbers = restNumbers;
  }

  /** A user was erased. Twice is no error; before the invitation, the line never opens. */
  public void on(IncomingEvent<UserV1> event) {
    UserV1 user = UserV1.checked(event);
    UserV1.DeletionV1 deletion = user.requiredDeletion();
    AccountId accountId = new AccountId(user.accountId());
    UserId userId = new UserId(user.userId());
    Optional<UserId> receiver = receiver(deletion).filter(other -> !other.equals(userId));
    Map<UserId, Line> locked =
        lines.lock(
            accountId,
            Stream.concat(Stream.of(userId), receiver.stream()).collect(Collectors.toSet()));
    Line line = locked.get(userId);
    if (line == null) {
      lines.insert(Line.neverOpen(accountId, userId, user.version(), user.actor()));
    } else if (line.userVersion() < user.version()) {
      handOver(line, receiver.map(locked::get).filter(Line::isOpen), user.actor());
      directNumbers.leadElsewhere(accountId, userId, user.actor());
      erase(line, extensions.heldUntil(deletion.deletedAt(), deletion.restorableUntil()), user);
    }
  }

  private static Optional<UserId> receiver(UserV1.DeletionV1 deletion) {
    UUID userId = deletion.numbersTo().userId();
    return switch (deletion.numbersTo().type()) {
      case UNASSIGNED -> Optional.empty();
      case USER -> Optional.ofNullable(userId).map(UserId::new);
    };
  }

  private void handOver(Line line, Optional<Line> receiver, Actor actor) {
    List<E164> numbers = line.directNumbers();
    if (numbers.isEmpty()) {
      return;
    }
    if (receiver.isPresent()) {
      directNumbers.reassign(
          line.accountId(), line.userId(), numbers, receiver.get().userId(), actor);
      lines.update(receiver.get().add(numbers, actor));
    } else {
      directNumbers.release(line.accountId(), line.userId(), numbers, actor);
      restNumbers.ofClosed(line.accountId(), actor);
    }
  }

  private void erase(Line line, Instant until, UserV1 user) {
    if (line.isOpen()) {
      extensions.hold(line.accountId(), line.userId(), until);
    }
    Change<Line> erased = line.erase(until, user.version(), user.actor());
    if (erased.event().changed().isEmpty()) {
      lines.remember(line.accountId(), line.userId(), user.version());
    } else {
      lines.update(erased);
    }
  }
}
