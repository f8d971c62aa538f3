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

  /** Orders a number; false when the carrier does not have it. Ordering twice is no error. */
  boolean order(E164 number);
}
