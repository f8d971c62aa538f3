package dev.switchboard.bench;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param small people of the account that is alone at first
 * @param members people of the watched account
 * @param total people in the database at last
 * @param warmUp before the first figure, and again before the rates
 * @param round one of three of each side
 * @param samples calls per round when one connection is timed
 * @param steady of the loads with a given rate
 * @param startTwice whether a second start, with the data of the first, is measured
 */
record Sizes(
    int small,
    int members,
    int total,
    Duration warmUp,
    Duration round,
    int samples,
    Duration steady,
    boolean startTwice) {
  static final int ROUNDS = 3;
  static final int PAGE = 50;

  static Sizes forFullRun() {
    return new Sizes(
        1_000,
        10_000,
        1_000_000,
        Duration.ofSeconds(75),
        Duration.ofSeconds(8),
        300,
        Duration.ofSeconds(30),
        true);
  }

  static Sizes forShortRun() {
    return new Sizes(
        1_000,
        2_000,
        10_000,
        Duration.ofSeconds(2),
        Duration.ofMillis(700),
        20,
        Duration.ofSeconds(3),
        false);
  }
}
