package dev.switchboard.user.user.wire;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.user.plan.SlotId;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user on the topic {@code user.users.v1}: contracts/events/user.*. */
public record UserV1(
    UUID accountId,
    long version,
    List<String> changed,
    Actor actor,
    UUID userId,
    String firstName,
    String lastName,
    String email,
    String role,
    String state,
    String language,
    String timeZone,
    SeatRequestV1 seatRequest,
    @Nullable String withdrawnReason,
    Instant createdAt) {

  /** What billing is asked for. */
  public record SeatRequestV1(String plan, @Nullable UUID slotId, boolean acceptCharges) {}

  /** The stored user with what happened to it. */
  public static UserV1 of(User user, UserEvent event) {
    SlotId slot = user.seatRequest().slotId();
    return new UserV1(
        user.accountId().value(),
        user.version(),
        event.changed(),
        event.actor(),
        user.userId().value(),
        user.firstName(),
        user.lastName(),
        user.email().value(),
        user.role().name(),
        user.state().name(),
        user.language(),
        user.timeZone(),
        new SeatRequestV1(
            user.seatRequest().plan().name(),
            slot == null ? null : slot.value(),
            user.seatRequest().acceptCharges()),
        user.withdrawnReason(),
        user.createdAt());
  }
}
