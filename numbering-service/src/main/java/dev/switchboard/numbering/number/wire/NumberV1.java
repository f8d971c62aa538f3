package dev.switchboard.numbering.number.wire;

import dev.switchboard.numbering.number.NumberEvent;
import dev.switchboard.numbering.number.PhoneNumber;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.Actor;
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
    @Nullable UUID userId) {

  /** The number with what happened to it. */
  public static NumberV1 of(PhoneNumber number, NumberEvent event) {
    PhoneNumber.Use use = number.use();
    UserId userId = number.userId();
    return new NumberV1(
        number.accountId().value(),
        number.version(),
        event.changed(),
        event.actor(),
        number.number().value(),
        number.state().name(),
        use == null ? null : use.name(),
        userId == null ? null : userId.value());
  }
}
