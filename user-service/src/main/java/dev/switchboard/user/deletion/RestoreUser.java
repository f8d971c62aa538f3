package dev.switchboard.user.deletion;

import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.account.AccountRepository;
import dev.switchboard.user.plan.ConsentToCharge;
import dev.switchboard.user.plan.OpenSlots;
import dev.switchboard.user.plan.Plan;
import dev.switchboard.user.plan.SlotId;
import dev.switchboard.user.user.Deletion;
import dev.switchboard.user.user.SeatRequest;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.UserState;
import dev.switchboard.user.user.Users;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** D6: undoes a deletion in time; the user is as he was before. */
@Component
public class RestoreUser {
  private final Users users;
  private final AccountRepository accounts;
  private final OpenSlots openSlots;
  private final ConsentToCharge consent;
  private final Clock clock;

  RestoreUser(
      Users users,
      AccountRepository accounts,
      OpenSlots openSlots,
      ConsentToCharge consent,
      Clock clock) {
    this.users = users;
    this.accounts = accounts;
    this.openSlots = openSlots;
    this.consent = consent;
    this.clock = clock;
  }

  /**
   * Restores.
   *
   * @param acceptCharges whether a slot may be bought when the one that was kept is taken
   * @throws ProblemException {@code resource.not-found}; {@code user.state-conflict} for one who is
   *     there; {@code user.restore-expired}; {@code user.charge-not-accepted} with the quote;
   *     {@code account.past-due}
   */
  @Transactional
  public Users.Stored restore(Caller caller, UUID userId, boolean acceptCharges) {
    AccountId accountId = new AccountId(caller.accountId());
    User user =
        users
            .lock(accountId, new UserId(userId))
            .filter(found -> found.state() != UserState.WITHDRAWN && found.erasedAt() == null)
            .orElseThrow(
                () -> new ProblemException(CommonError.NOT_FOUND, "There is no such user."));
    user.requireRestorable(clock.instant());
    return users.save(user.restore(seat(user, acceptCharges), clock.instant(), caller.actor()));
  }

  /**
   * The slot that was removed comes back with him: that is no purchase, but the undoing of a
   * removal. One that was kept may have gone to somebody else, even before billing has told whose
   * it was.
   */
  private SeatRequest seat(User user, boolean acceptCharges) {
    Deletion deletion = Objects.requireNonNull(user.deletion(), "deletion");
    Plan known = deletion.plan();
    if (!deletion.keepSlot()) {
      return known == null
          ? user.seatRequest() // billing had not decided yet
          : new SeatRequest(known, null, true);
    }
    Plan plan = known == null ? user.seatRequest().plan() : known;
    UUID userId = user.userId().value();
    Optional<SlotId> slot =
        openSlots
            .claimed(user.accountId(), plan, userId)
            .or(() -> openSlots.claim(user.accountId(), plan, userId));
    if (slot.isEmpty()) {
      consent.require(accounts.findById(user.accountId()).orElseThrow(), plan, acceptCharges);
    }
    return new SeatRequest(plan, slot.orElse(null), slot.isEmpty());
  }
}
