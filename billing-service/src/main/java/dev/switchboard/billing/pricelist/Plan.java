package dev.switchboard.billing.pricelist;

/** The user plans, from the cheapest to the dearest (E1). */
public enum Plan {
  BASIC,
  PLUS,
  PRO
}
