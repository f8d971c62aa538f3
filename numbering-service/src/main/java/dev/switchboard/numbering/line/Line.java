package dev.switchboard.numbering.line;

import dev.switchboard.numbering.extension.Extension;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one user has for calling.
 *
 * @param extension null when the line was closed before it was opened; a closed line has its former
 * @param bridgeId the same
 * @param directNumbers the first assigned one first
 * @param forwardTo external number (F5), or null
 * @param userVersion the latest version of the user that the line knows of, 0 for none
 * @param version 1, 2, 3 …
 */
public record Line(
    UserId userId,
    AccountId accountId,
    State state,
    @Nullable Extension extension,
    @Nullable BridgeId bridgeId,
    List<E164> directNumbers,
    @Nullable E164 forwardTo,
    long userVersion,
    long version) {

  /** States of a line. A closed one never opens again: a withdrawn user stays withdrawn. */
  public enum State {
    OPEN,
    CLOSED
  }

  public Line {
    directNumbers = List.copyOf(directNumbers);
    if (state == State.OPEN && (extension == null || bridgeId == null)) {
      throw new IllegalArgumentException("an open line has an extension and a bridge");
    }
  }

  /** A line for a new user (C5). */
  static Change<Line> open(
      AccountId accountId,
      UserId userId,
      long userVersion,
      Extension extension,
      BridgeId bridgeId,
      Actor actor) {
    return new Change<>(
        new Line(
            userId, accountId, State.OPEN, extension, bridgeId, List.of(), null, userVersion, 1),
        new LineEvent.Opened(actor, List.of("state", "extension", "bridgeId")));
  }

  /** A line that must never open: its end was heard of before its beginning. */
  static Change<Line> neverOpen(AccountId accountId, UserId userId, long userVersion, Actor actor) {
    return new Change<>(
        new Line(userId, accountId, State.CLOSED, null, null, List.of(), null, userVersion, 1),
        new LineEvent.Closed(actor, List.of("state")));
  }

  boolean isOpen() {
    return state == State.OPEN;
  }

  /**
   * The user is gone for good.
   *
   * @throws IllegalStateException when it is closed already
   */
  Change<Line> close(long userVersion, Actor actor) {
    if (!isOpen()) {
      throw new IllegalStateException("the line of " + userId + " is closed already");
    }
    List<String> changed =
        directNumbers.isEmpty() ? List.of("state") : List.of("state", "directNumbers");
    return new Change<>(
        new Line(
            userId,
            accountId,
            State.CLOSED,
            extension,
            bridgeId,
            List.of(),
            forwardTo,
            Math.max(this.userVersion, userVersion),
            version + 1),
        new LineEvent.Closed(actor, changed));
  }
}
