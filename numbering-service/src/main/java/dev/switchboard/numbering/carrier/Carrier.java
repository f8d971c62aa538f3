package dev.switchboard.numbering.carrier;

import dev.switchboard.numbering.value.E164;
import java.util.List;
import java.util.Set;

/**
 * A telephone company that has numbers (F7). Whoever calls it through this port waits no longer
 * than the configured time; each method may throw {@link CarrierUnavailableException}.
 */
public interface Carrier {

  /** Its name in stored numbers: which carrier a number was ordered from. */
  String name();

  /** The countries it has numbers in: ISO 3166-1, two letters. */
  Set<String> countries();

  /** Its numbers that fit, in an order that stays; some may be taken on our side already. */
  List<AvailableNumber> search(NumberSearch search);

  /**
   * Orders a number; false when the carrier does not have it for us. Ordering again is no error and
   * no second order, also when the answer to the first one was lost.
   */
  boolean order(E164 number);

  /** Gives a number back, if it is ours; twice is no error. */
  void giveBack(E164 number);
}
