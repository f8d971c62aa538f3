package dev.switchboard.billing.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.pricelist.PriceList;
import dev.switchboard.billing.pricelist.PriceList.PlanPrice;
import dev.switchboard.billing.usage.Advice.Reason;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("E9 advice")
class AdvisePlanTest {
  private static final PriceList PRICES =
      new PriceList(
          1,
          "USD",
          LocalDate.of(2026, 1, 1),
          List.of(
              new PlanPrice(Plan.BASIC, 1499, 500, 0, List.of("VOICEMAIL")),
              new PlanPrice(Plan.PLUS, 1999, null, 1, List.of("VOICEMAIL")),
              new PlanPrice(Plan.PRO, 2999, null, 1, List.of("VOICEMAIL", "VIDEO_HIPAA"))),
          499);
  private static final AdvisePlan ADVISE = new AdvisePlan(PRICES, new AdviceProperties(2, 80, 100));

  /** Of users without numbers: what the plans cost. */
  private static final Map<Plan, Long> COSTS =
      Map.of(Plan.BASIC, 1499L, Plan.PLUS, 1999L, Plan.PRO, 2999L);

  @ParameterizedTest(name = "{0} with {1} minutes: {2} {3}")
  @DisplayName("E9 by plan and the minutes of the last complete months")
  @CsvSource(
      nullValues = "none",
      value = {
        // On BASIC, above 500 in each month.
        "BASIC, 501 501, PLUS, -500",
        "BASIC, 2000 900, PLUS, -500",
        "BASIC, 500 900, none, 0",
        "BASIC, 900 500, none, 0",
        "BASIC, 0 0, none, 0",
        // On PLUS, at most 400 in each month.
        "PLUS, 400 400, BASIC, 500",
        "PLUS, 0 0, BASIC, 500",
        "PLUS, 400 401, none, 0",
        "PLUS, 401 0, none, 0",
        "PLUS, 2000 2000, none, 0",
        // Minutes can't tell whether the video with HIPAA is needed.
        "PRO, 0 0, none, 0",
        "PRO, 2000 2000, none, 0",
        // Too few months are known.
        "BASIC, 900, none, 0",
        "PLUS, 10, none, 0",
        "PLUS, '', none, 0",
      })
  void table(Plan plan, String minutes, Plan advised, long saving) {
    Habits habits = habits(plan, minutes);
    Optional<Advice> advice = advise(ADVISE, habits);

    assertThat(advice.map(Advice::plan)).isEqualTo(Optional.ofNullable(advised));
    assertThat(ADVISE.isCandidate(habits)).isEqualTo(advised != null);
    advice.ifPresent(given -> {
      assertThat(given.savingCents()).isEqualTo(saving);
      assertThat(given.reason())
          .isEqualTo(
              plan == Plan.BASIC
                  ? Reason.OVER_INCLUDED_MINUTES
                  : Reason.WELL_WITHIN_INCLUDED_MINUTES);
    });
  }

  @Test
  @DisplayName("E9 it says the average of these months, in whole minutes")
  void average() {
    assertThat(advise(ADVISE, habits(Plan.BASIC, "601 700")))
        .hasValueSatisfying(advice -> assertThat(advice.averageMinutes()).isEqualTo(650));
  }

  @ParameterizedTest(name = "saves {0} cents: {1}")
  @DisplayName("E9 a plan with included minutes must save a dollar; one cent is no reason")
  @CsvSource({"-1, false", "0, false", "1, false", "99, false", "100, true", "500, true"})
  void minimumSaving(long saving, boolean advised) {
    assertThat(ADVISE.advise(habits(Plan.PLUS, "10 10"), plan -> saving).isPresent())
        .isEqualTo(advised);
  }

  @Test
  @DisplayName("E9 of the plans with unlimited minutes, the cheapest for him; at a tie the smaller")
  void cheapest() {
    Habits habits = habits(Plan.BASIC, "900 900");

    assertThat(ADVISE.advise(habits, plan -> plan == Plan.PRO ? -100 : -500))
        .hasValueSatisfying(advice -> assertThat(advice.plan()).isEqualTo(Plan.PRO));
    assertThat(ADVISE.advise(habits, plan -> -500))
        .hasValueSatisfying(advice -> assertThat(advice.plan()).isEqualTo(Plan.PLUS));
  }

  @Test
  @DisplayName("E9 how many months, how far within and how much are settings")
  void settings() {
    AdvisePlan other = new AdvisePlan(PRICES, new AdviceProperties(3, 50, 501));

    assertThat(advise(other, habits(Plan.BASIC, "900 900"))).isEmpty();
    assertThat(advise(other, habits(Plan.BASIC, "900 900 900"))).isPresent();
    assertThat(other.isCandidate(habits(Plan.PLUS, "250 250 250"))).isTrue();
    assertThat(other.isCandidate(habits(Plan.PLUS, "250 251 250"))).isFalse();
    assertThat(advise(other, habits(Plan.PLUS, "10 10 10"))).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new AdviceProperties(0, 80, 100));
    assertThatIllegalArgumentException().isThrownBy(() -> new AdviceProperties(2, 101, 100));
  }

  private static Optional<Advice> advise(AdvisePlan advisePlan, Habits habits) {
    return advisePlan.advise(
        habits, plan -> COSTS.getOrDefault(habits.plan(), 0L) - COSTS.getOrDefault(plan, 0L));
  }

  private static Habits habits(Plan plan, String minutes) {
    return new Habits(
        plan,
        Arrays.stream(minutes.split(" "))
            .filter(each -> !each.isEmpty())
            .map(Long::valueOf)
            .toList());
  }
}
