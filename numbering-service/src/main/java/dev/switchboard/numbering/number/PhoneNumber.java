package dev.switchboard.numbering.number;

import dev.switchboard.platform.event.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A phone number of an account. It is with at most one account and one holder at any time (F3).
 *
 * @param number E.164
 * @param userId who holds it, or null
 * @param version 0 before it is stored, then 1, 2, 3 …
 */
@Table("phone_number")
public record PhoneNumber(
    @Id String number,
    UUID accountId,
    State state,
    Use use,
    @Nullable UUID userId,
    @Version long version) {

  /** States of a number that an account has. */
  public enum State {
    UNASSIGNED,
    ASSIGNED,
    QUARANTINED
  }

  /** What it is for. */
  public enum Use {
    COMPANY_MAIN,
    DIRECT
  }

  /** A new account's main number (A1). */
  static Change<PhoneNumber> assignToCompany(String number, UUID accountId) {
    return new Change<>(
        new PhoneNumber(number, accountId, State.ASSIGNED, Use.COMPANY_MAIN, null, 0),
        new NumberEvent.Assigned(Actor.system(), List.of("state", "use")));
  }
}
