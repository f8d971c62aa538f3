package dev.switchboard.numbering.line;

import dev.switchboard.numbering.forwarding.ForwardingCountries;
import dev.switchboard.numbering.forwarding.ForwardingError;
import dev.switchboard.numbering.forwarding.ForwardingRules;
import dev.switchboard.numbering.number.AccountNumbers;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.problem.ProblemException;
import java.util.Collections;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which numbers calls of an account may be forwarded to (F5); within the caller's transaction. */
@Component
class ForwardingLimits {
  private final JdbcClient jdbc;
  private final AccountNumbers numbers;
  private final ForwardingCountries countries;

  ForwardingLimits(JdbcClient jdbc, AccountNumbers numbers, ForwardingCountries countries) {
    this.jdbc = jdbc;
    this.numbers = numbers;
    this.countries = countries;
  }

  /**
   * The canonical form of what was typed, when calls to this user may be forwarded there.
   *
   * @throws ProblemException a {@code forwarding.…} problem
   */
  E164 require(AccountId accountId, UserId userId, String typed) {
    E164 target = read(accountId, typed);
    requireNoLoop(() -> numbers.leadingTo(accountId, userId), target);
    return target;
  }

  /**
   * The canonical form of what was typed, when calls to this number may be forwarded there (F2).
   *
   * @throws ProblemException a {@code forwarding.…} problem
   */
  E164 require(AccountId accountId, E164 number, String typed) {
    E164 target = read(accountId, typed);
    requireNoLoop(() -> Set.of(number), target);
    return target;
  }

  /**
   * A number may be this user's, as calls to him do not come back to it.
   *
   * @throws ProblemException {@code forwarding.loop}
   */
  void requireNoLoop(Line line, E164 number) {
    E164 target = line.forwardTo();
    if (target != null) {
      requireNoLoop(() -> Set.of(number), target);
    }
  }

  private E164 read(AccountId accountId, String typed) {
    ForwardingCountries.Allowed allowed = countries.of(accountId);
    E164 target = ForwardingRules.read(typed, allowed.home(), allowed.countries());
    if (numbers.contains(accountId, target)) {
      throw ForwardingError.OWN.problem("This is one of your company's own numbers.");
    }
    return target;
  }

  /**
   * Two who begin at the same moment to forward to each other wait for each other, so that one of
   * them sees the other. Numbers of no account are outside, and nobody waits for those.
   */
  private void requireNoLoop(Supplier<Set<E164>> from, E164 target) {
    if (chain(target).isEmpty()) {
      return;
    }
    jdbc.sql("select pg_advisory_xact_lock(hashtext('call forwarding'))").query(row -> {});
    if (!Collections.disjoint(chain(target), from.get())) {
      throw ForwardingError.LOOP.problem("Calls to this number are forwarded to this user.");
    }
  }

  private Set<E164> chain(E164 target) {
    return jdbc
        .sql("select forwarding_chain(?)")
        .param(target.value())
        .query(String.class)
        .list()
        .stream()
        .map(E164::new)
        .collect(Collectors.toSet());
  }
}
