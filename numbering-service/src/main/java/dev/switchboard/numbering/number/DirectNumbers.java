package dev.switchboard.numbering.number;

import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.Actor;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * What becomes of the direct numbers of a user who is gone (D6); the caller has locked his line.
 */
@Component
public class DirectNumbers {
  private final PhoneNumbers numbers;

  DirectNumbers(PhoneNumbers numbers) {
    this.numbers = numbers;
  }

  /**
   * They are in the account's pool of unassigned numbers.
   *
   * @throws IllegalStateException when one of them is not this user's
   */
  public void release(AccountId accountId, UserId userId, List<E164> direct, Actor actor) {
    change(accountId, userId, direct, number -> number.release(actor));
  }

  /**
   * They are another user's.
   *
   * @throws IllegalStateException when one of them is not this user's
   */
  public void reassign(
      AccountId accountId, UserId userId, List<E164> direct, UserId newUser, Actor actor) {
    change(accountId, userId, direct, number -> number.reassign(newUser, actor));
  }

  /** The user is gone for good: main numbers that led to him lead to the greeting (F2). */
  public void leadElsewhere(AccountId accountId, UserId userId, Actor actor) {
    numbers
        .lockLeadingTo(accountId, userId)
        .forEach(number -> numbers.update(number.leadTo(Destination.greeting(), actor)));
  }

  private void change(
      AccountId accountId,
      UserId userId,
      List<E164> direct,
      Function<PhoneNumber, Change<PhoneNumber>> transition) {
    if (direct.isEmpty()) {
      return;
    }
    List<PhoneNumber> locked = numbers.lockDirect(accountId, userId, direct);
    if (locked.size() != direct.size()) {
      throw new IllegalStateException("the line of " + userId + " has a number that is not his");
    }
    locked.stream().map(transition).forEach(numbers::update);
  }
}
