package dev.switchboard.e2e.audit;

/** Looks for violations of some invariants. */
interface Check {
  void look(Evidence evidence, Findings findings);
}
