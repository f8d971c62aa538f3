package dev.switchboard.numbering.number;

import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.Actor;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Gives numbers of an account a use, and takes it from them (B7, B8, F1). Whoever gives one to a
 * user has locked his line before the number.
 */
@Component
public class NumberPool {
  private final PhoneNumbers numbers;

  NumberPool(PhoneNumbers numbers) {
    this.numbers = numbers;
  }

  /** A number after a change, and the id of the event that tells of it. */
  public record Stored(PhoneNumber number, UUID eventId) {}

  /** The account's number as it is now; one that is only reserved is not the account's. */
  public Optional<PhoneNumber> find(AccountId accountId, E164 number) {
    return numbers.find(accountId, number).filter(NumberPool::isAccounts);
  }

  /** The same, locked until the transaction ends. */
  public Optional<PhoneNumber> lock(AccountId accountId, E164 number) {
    return numbers.lock(accountId, number).filter(NumberPool::isAccounts);
  }

  private static boolean isAccounts(PhoneNumber number) {
    return number.state() != PhoneNumber.State.RESERVED;
  }

  /** A locked, unused number is this user's. */
  public Stored assign(PhoneNumber number, UserId userId, Actor actor) {
    return store(number.assign(userId, actor));
  }

  /**
   * A locked, unused number is the company main number.
   *
   * @throws DuplicateKeyException when the company has one
   */
  public Stored assignToCompany(PhoneNumber number, Actor actor) {
    return store(number.assignToCompany(actor));
  }

  /** A locked number that is in use is unused. */
  public Stored unassign(PhoneNumber number, Actor actor) {
    return store(number.unassign(actor));
  }

  /** Calls to a locked number that is in use go elsewhere (F2). */
  public Stored leadTo(PhoneNumber number, Destination destination, Actor actor) {
    return store(number.leadTo(destination, actor));
  }

  private Stored store(Change<PhoneNumber> change) {
    return new Stored(change.state(), numbers.update(change));
  }
}
