package dev.switchboard.user.masterkey;

import org.jspecify.annotations.Nullable;

/** Secrets of one kind that are sealed with the master key. */
public interface SealedSecrets {

  /** What they are, for the operator. */
  String kind();

  /**
   * Seals those of the next ones that an older key sealed with the newest, in the caller's
   * transaction.
   *
   * @param after where the step before ended, or null to begin
   */
  Step renew(@Nullable String after, int limit);

  /**
   * One step.
   *
   * @param renewed how many an older key had sealed
   * @param next where to go on, or null when all have been looked at
   */
  record Step(int renewed, @Nullable String next) {}
}
