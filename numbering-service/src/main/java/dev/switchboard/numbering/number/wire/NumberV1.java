package dev.switchboard.numbering.number.wire;

import dev.switchboard.numbering.number.Destination;
import dev.switchboard.numbering.number.NumberEvent;
import dev.switchboard.numbering.number.PhoneNumber;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A number on the topic {@code numbering.numbers.v1}: contracts/events/number.*. */
public record NumberV1(
    UUID accountId,
    long version,
    List<String> changed,
    Actor actor,
    String number,
    String state,
    @Nullable String use,
    @Nullable UUID userId,
    @Nullable DestinationV1 destination,
    @Nullable Instant keptUntil) {

  /**
   * What happens when it is called.
   *
   * @param screening true for a call that is forwarded: who answers presses 1
   */
  public record DestinationV1(
      String type, @Nullable UUID userId, @Nullable String number, @Nullable Boolean screening) {

    static DestinationV1 of(Destination destination) {
      E164 number = destination.number();
      return new DestinationV1(
          destination.type().name(),
          id(destination.userId()),
          number == null ? null : number.value(),
          number == null ? null : Boolean.TRUE);
    }
  }

  /** The number with what happened to it. */
  public static NumberV1 of(PhoneNumber number, NumberEvent event) {
    PhoneNumber.Use use = number.use();
    Destination destination = number.destination();
    return new NumberV1(
        number.accountId().value(),
        number.version(),
        event.changed(),
        event.actor(),
        number.number().value(),
        number.state().name(),
        use == null ? null : use.name(),
        id(number.userId()),
        destination == null ? null : DestinationV1.of(destination),
        number.keptUntil());
  }

  private static @Nullable UUID id(@Nullable UserId userId) {
    return userId == null ? null : userId.value();
  }
}
