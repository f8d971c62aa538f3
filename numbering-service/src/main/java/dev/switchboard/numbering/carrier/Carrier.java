package dev.switchboard.numbering.carrier;

import java.util.List;
import java.util.Set;

/** A telephone company that has numbers (F7). Implementations answer within seconds or throw. */
public interface Carrier {

  /** The countries it has numbers in: ISO 3166-1, two letters. */
  Set<String> countries();

  /** Its numbers that fit, in an order that stays; some may be taken on our side already. */
  List<AvailableNumber> search(NumberSearch search);

  /** Orders a number; false when the carrier does not have it. Ordering twice is no error. */
  boolean order(String number);
}
