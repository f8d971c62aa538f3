package dev.switchboard.numbering.line;

import dev.switchboard.numbering.extension.Extension;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that one user has for calling.
 *
 * @param extension null when the line was closed before it was opened; a closed line has its former
 * @param bridgeId the same
 * @param directNumbers the first assigned one first; of a deleted user those that are held for him
 * @param forwardTo external number (F5), or null
 * @param heldUntil of the closed line of a deleted user: until then nobody else gets its extension
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
    @Nullable Instant heldUntil,
    long userVersion,
    long version) {

  /** States of a line. A closed one opens again only when the user's deletion is undone (D6). */
  public enum State {
    OPEN,
    CLOSED
  }

  public Line {
    directNumbers = List.copyOf(directNumbers);
    if (state == State.OPEN && (extension == null || bridgeId == null)) {
      throw new IllegalArgumentException("an open line has an extension and a bridge");
    }
    if (state == State.OPEN && heldUntil != null) {
      throw new IllegalArgumentException("an open line is in use and not held");
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
            userId,
            accountId,
            State.OPEN,
            extension,
            bridgeId,
            List.of(),
            null,
            null,
            userVersion,
            1),
        new LineEvent.Opened(actor, List.of("state", "extension", "bridgeId")));
  }

  /** A line that has never been open: its end was heard of before its beginning. */
  static Change<Line> neverOpen(AccountId accountId, UserId userId, long userVersion, Actor actor) {
    return new Change<>(
        new Line(
            userId, accountId, State.CLOSED, null, null, List.of(), null, null, userVersion, 1),
        new LineEvent.Closed(actor, List.of("state")));
  }

  boolean isOpen() {
    return state == State.OPEN;
  }

  /**
   * The user was withdrawn and is gone for good.
   *
   * @throws IllegalStateException when it is closed already
   */
  Change<Line> close(long newUserVersion, Actor actor) {
    require(State.OPEN);
    Line closed = closed(List.of(), forwardTo, null, newUserVersion);
    return new Change<>(closed, new LineEvent.Closed(actor, differences(closed)));
  }

  /** D6: the user was deleted. All is held for him, his extension for longer than the rest. */
  Change<Line> hold(Instant until, long newUserVersion, Actor actor) {
    Line held = closed(directNumbers, forwardTo, until, newUserVersion);
    return new Change<>(held, new LineEvent.Closed(actor, differences(held)));
  }

  /**
   * D6: the deletion was undone.
   *
   * @param newExtension the former one, unless it has become free meanwhile
   * @throws IllegalStateException when it is open
   */
  Change<Line> reopen(
      Extension newExtension, BridgeId newBridgeId, long newUserVersion, Actor actor) {
    require(State.CLOSED);
    Line open =
        new Line(
            userId,
            accountId,
            State.OPEN,
            newExtension,
            newBridgeId,
            directNumbers,
            forwardTo,
            null,
            Math.max(userVersion, newUserVersion),
            version + 1);
    return new Change<>(open, new LineEvent.Opened(actor, differences(open)));
  }

  /**
   * D6: the deletion can't be undone any more. Numbers are others', and where calls were forwarded
   * to, which is as personal as a name, is forgotten. The event's changes are empty when none of it
   * was there.
   *
   * @param until until when the extension is held, for a line whose deletion was not heard of
   */
  Change<Line> erase(Instant until, long newUserVersion, Actor actor) {
    Line erased = closed(List.of(), null, isOpen() ? until : heldUntil, newUserVersion);
    return new Change<>(erased, new LineEvent.Closed(actor, differences(erased)));
  }

  /**
   * D7: another extension.
   *
   * @throws IllegalStateException when the line is closed
   */
  Change<Line> changeExtension(Extension newExtension, Actor actor) {
    require(State.OPEN);
    return changed(newExtension, directNumbers, forwardTo, actor);
  }

  /**
   * D2: calls are also sent to this number, or with null no longer.
   *
   * @throws IllegalStateException when the line is closed
   */
  Change<Line> forward(@Nullable E164 target, Actor actor) {
    require(State.OPEN);
    return changed(Objects.requireNonNull(extension), directNumbers, target, actor);
  }

  /**
   * The user has these numbers too, after those that he had.
   *
   * @throws IllegalStateException when the line is closed
   */
  Change<Line> add(List<E164> numbers, Actor actor) {
    require(State.OPEN);
    return changed(
        Objects.requireNonNull(extension),
        Stream.concat(directNumbers.stream(), numbers.stream()).toList(),
        forwardTo,
        actor);
  }

  /**
   * The user has this number no longer.
   *
   * @throws IllegalStateException when the line is closed
   */
  Change<Line> remove(E164 number, Actor actor) {
    require(State.OPEN);
    return changed(
        Objects.requireNonNull(extension),
        directNumbers.stream().filter(each -> !each.equals(number)).toList(),
        forwardTo,
        actor);
  }

  private Change<Line> changed(
      Extension newExtension, List<E164> newNumbers, @Nullable E164 newForwardTo, Actor actor) {
    Line changed =
        new Line(
            userId,
            accountId,
            state,
            newExtension,
            bridgeId,
            newNumbers,
            newForwardTo,
            heldUntil,
            userVersion,
            version + 1);
    return new Change<>(changed, new LineEvent.Changed(actor, differences(changed)));
  }

  private Line closed(
      List<E164> newNumbers,
      @Nullable E164 newForwardTo,
      @Nullable Instant until,
      long newUserVersion) {
    return new Line(
        userId,
        accountId,
        State.CLOSED,
        extension,
        bridgeId,
        newNumbers,
        newForwardTo,
        until,
        Math.max(userVersion, newUserVersion),
        version + 1);
  }

  private void require(State expected) {
    if (state != expected) {
      throw new IllegalStateException("the line of " + userId + " is " + state);
    }
  }

  /** Names of the properties, as events have them, in which the other one differs. */
  private List<String> differences(Line other) {
    List<String> names = new ArrayList<>();
    addUnlessSame(names, "state", state, other.state);
    addUnlessSame(names, "extension", extension, other.extension);
    addUnlessSame(names, "bridgeId", bridgeId, other.bridgeId);
    addUnlessSame(names, "directNumbers", directNumbers, other.directNumbers);
    addUnlessSame(names, "forwardTo", forwardTo, other.forwardTo);
    addUnlessSame(names, "heldUntil", heldUntil, other.heldUntil);
    return List.copyOf(names);
  }

  private static void addUnlessSame(
      List<String> names, String name, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      names.add(name);
    }
  }
}
