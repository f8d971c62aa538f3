package dev.switchboard.user.user.wire;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.user.plan.SlotId;
import dev.switchboard.user.user.Deletion;
import dev.switchboard.user.user.Mobile;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserEvent;
import dev.switchboard.user.user.UserId;
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
    @Nullable String mobile,
    @Nullable DeletionV1 deletion,
    @Nullable Instant erasedAt,
    Instant createdAt) {

  /** What billing is asked for. */
  public record SeatRequestV1(String plan, @Nullable UUID slotId, boolean acceptCharges) {}

  /** What was decided when the user was deleted (D6). */
  public record DeletionV1(
      Instant deletedAt,
      Instant restorableUntil,
      ReceiverV1 messagesTo,
      ReceiverV1 numbersTo,
      boolean keepSlot) {

    static @Nullable DeletionV1 of(@Nullable Deletion deletion) {
      return deletion == null
          ? null
          : new DeletionV1(
              deletion.deletedAt(),
              deletion.restorableUntil(),
              ReceiverV1.of(deletion.messagesTo(), "COMPANY_INBOX"),
              ReceiverV1.of(deletion.numbersTo(), "UNASSIGNED"),
              deletion.keepSlot());
    }
  }

  /** A user of the account who gets something, or another place where it goes. */
  public record ReceiverV1(String type, @Nullable UUID userId) {

    static ReceiverV1 of(@Nullable UserId user, String otherwise) {
      return user == null ? new ReceiverV1(otherwise, null) : new ReceiverV1("USER", user.value());
    }
  }

  /** The stored user with what happened to it. */
  public static UserV1 of(User user, UserEvent event) {
    SlotId slot = user.seatRequest().slotId();
    Mobile mobile = user.mobile();
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
        mobile == null ? null : mobile.value(),
        DeletionV1.of(user.deletion()),
        user.erasedAt(),
        user.createdAt());
  }
}
