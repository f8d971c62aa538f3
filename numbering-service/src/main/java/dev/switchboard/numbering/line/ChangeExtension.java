package dev.switchboard.numbering.line;

import dev.switchboard.numbering.extension.Extension;
import dev.switchboard.numbering.extension.Extensions;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.audit.AuditEntry;
import dev.switchboard.platform.audit.AuditTrail;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** D7: an admin gives a user another extension; the old one is free at once (F4). */
@Component
public class ChangeExtension {
  private final Lines lines;
  private final Extensions extensions;
  private final AuditTrail auditTrail;

  ChangeExtension(Lines lines, Extensions extensions, AuditTrail auditTrail) {
    this.lines = lines;
    this.extensions = extensions;
    this.auditTrail = auditTrail;
  }

  /**
   * What is to be changed.
   *
   * @param seen whether the admin has seen this version of the line
   */
  public record Command(UUID userId, Extension extension, LongPredicate seen) {}

  /**
   * What has come of it.
   *
   * @param eventId of the event that tells of it, or null when the user had this extension already
   */
  public record Outcome(Line line, @Nullable UUID eventId) {}

  /**
   * Changes the extension, unless the user has this one.
   *
   * @throws ProblemException {@code resource.not-found}; {@code version.mismatch}; {@code
   *     extension.reserved}; {@code extension.taken}; {@code extension.held}
   */
  @Transactional
  public Outcome change(Caller caller, Command command) {
    Line line =
        lines
            .lock(new AccountId(caller.accountId()), new UserId(command.userId()))
            .filter(Line::isOpen)
            .orElseThrow(ReadLine::unknown);
    if (!command.seen().test(line.version())) {
      throw new ProblemException(
          CommonError.VERSION_MISMATCH, "Somebody has changed this user's line meanwhile.");
    }
    Extension from = Objects.requireNonNull(line.extension(), "extension of an open line");
    if (from.equals(command.extension())) {
      return new Outcome(line, null);
    }
    extensions.change(line.accountId(), line.userId(), from, command.extension());
    Change<Line> changed = line.changeExtension(command.extension(), caller.actor());
    UUID eventId = lines.update(changed);
    auditTrail.record(
        AuditEntry.ofUser(
                caller.accountId(), caller.actor(), "line.extension-changed", command.userId())
            .with(Map.of("from", from.toString(), "to", command.extension().toString())));
    return new Outcome(changed.state(), eventId);
  }
}
