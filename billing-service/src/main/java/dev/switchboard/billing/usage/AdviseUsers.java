package dev.switchboard.billing.usage;

import dev.switchboard.billing.preview.CompareMonthly;
import dev.switchboard.billing.preview.MonthlyCosts;
import dev.switchboard.billing.pricelist.PriceList;
import dev.switchboard.billing.timeline.ReadHistory.Account;
import dev.switchboard.billing.usage.CallUsages.Row;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * E9: the advice for many users, of one look at their minutes and one at what they cost, however
 * many they are.
 */
@Component
class AdviseUsers {
  private final CallUsages usages;
  private final CompareMonthly compareMonthly;
  private final AdviceProperties rules;

  AdviseUsers(CallUsages usages, CompareMonthly compareMonthly, AdviceProperties rules) {
    this.usages = usages;
    this.compareMonthly = compareMonthly;
    this.rules = rules;
  }

  /**
   * By the last complete months.
   *
   * @param present the month that is not over yet
   * @param told months of which the account's usage is known: in these, who is missing did not call
   */
  Map<UUID, Advice> advise(
      Account account, YearMonth present, List<YearMonth> told, PriceList prices, List<Row> rows) {
    List<YearMonth> months = new ArrayList<>();
    for (int i = rules.months(); i > 0; i--) {
      months.add(present.minusMonths(i));
    }
    if (!new HashSet<>(told).containsAll(months)) {
      return Map.of();
    }
    AdvisePlan advisePlan = new AdvisePlan(prices, rules);
    Map<UUID, Habits> candidates = new HashMap<>();
    habits(account, months, rows)
        .forEach((user, habits) -> {
          if (advisePlan.isCandidate(habits)) {
            candidates.put(user, habits);
          }
        });
    if (candidates.isEmpty()) {
      return Map.of();
    }
    MonthlyCosts costs = compareMonthly.of(account.accountId(), candidates.keySet());
    Map<UUID, Advice> advice = new HashMap<>();
    candidates.forEach((user, habits) -> {
      // Who has lost his seat at this very moment needs no advice any more.
      if (costs.hasSeat(user)) {
        advisePlan
            .advise(habits, plan -> costs.saving(user, plan))
            .ifPresent(found -> advice.put(user, found));
      }
    });
    return advice;
  }

  /** Of those who have had their plan in all of these months. */
  private Map<UUID, Habits> habits(Account account, List<YearMonth> months, List<Row> rows) {
    Instant begin = months.getFirst().atDay(1).atStartOfDay(account.zone()).toInstant();
    List<Row> known =
        rows.stream()
            .filter(row -> row.plan() != null && row.since() != null && !row.since().isAfter(begin))
            .toList();
    Map<UUID, Map<YearMonth, Long>> minutes =
        usages.minutes(
            account.accountId(),
            months.getFirst(),
            months.getLast().plusMonths(1),
            known.stream().map(Row::userId).toList());
    Map<UUID, Habits> habits = new HashMap<>();
    for (Row row : known) {
      if (row.plan() != null) {
        Map<YearMonth, Long> counted = minutes.getOrDefault(row.userId(), Map.of());
        habits.put(
            row.userId(),
            new Habits(
                row.plan(),
                months.stream().map(month -> counted.getOrDefault(month, 0L)).toList()));
      }
    }
    return habits;
  }
}
