package dev.switchboard.billing.preview;

import dev.switchboard.billing.preview.PreviewStatement.Known;
import dev.switchboard.billing.preview.Quote.Loss;
import dev.switchboard.billing.pricelist.Plan;
import dev.switchboard.billing.pricelist.PriceList;
import dev.switchboard.billing.pricelist.PriceList.PlanPrice;
import dev.switchboard.billing.statement.History;
import dev.switchboard.billing.statement.Span;
import dev.switchboard.platform.problem.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** C1, E3: what acts would change in the next statement. Nothing changes by asking. */
@Component
public class QuoteChanges {
  private static final String HIPAA = "VIDEO_HIPAA";

  private final PreviewStatement previewStatement;

  QuoteChanges(PreviewStatement previewStatement) {
    this.previewStatement = previewStatement;
  }

  /**
   * All of these acts, one after the other.
   *
   * @throws ProblemException {@code quote.user-unknown}, {@code quote.number-unknown} naming the
   *     change; {@code service.unavailable} while billing has not heard of the account
   */
  @Transactional(readOnly = true)
  public Quote quote(UUID accountId, List<QuotedChange> changes) {
    Known known = previewStatement.known(accountId);
    Supposition supposition = new Supposition(known.history(), known.now());
    for (int i = 0; i < changes.size(); i++) {
      supposition.suppose(changes.get(i), "/changes/" + i);
    }
    return new Quote(
        known.next(known.history()), known.next(supposition.history()), losses(known, changes));
  }

  private static List<Loss> losses(Known known, List<QuotedChange> changes) {
    History history = known.history();
    PriceList list = known.prices().on(LocalDate.ofInstant(known.now(), history.zone()));
    Map<UUID, Plan> plans =
        history.seats().stream()
            .filter(seat -> seat.to() == null)
            .collect(Collectors.toMap(Span.Seat::userId, Span.Seat::plan));
    Map<UUID, Long> numbers =
        history.numbers().stream()
            .filter(held -> held.to() == null)
            .map(Span.Held::userId)
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<Loss> losses = new ArrayList<>();
    for (QuotedChange change : changes) {
      if (change instanceof QuotedChange.ChangePlan(UUID userId, Plan plan)) {
        Plan former = plans.get(userId);
        if (former != null) {
          losses.addAll(lost(list.plan(former), list.plan(plan), numbers.getOrDefault(userId, 0L)));
        }
      }
    }
    return losses.stream().distinct().toList();
  }

  private static List<Loss> lost(PlanPrice from, PlanPrice to, long numbers) {
    List<Loss> losses = new ArrayList<>();
    if (from.features().contains(HIPAA) && !to.features().contains(HIPAA)) {
      losses.add(Loss.VIDEO_HIPAA);
    }
    if (Math.min(numbers, from.includedNumbers()) > to.includedNumbers()) {
      losses.add(Loss.INCLUDED_NUMBER);
    }
    if (from.includedMinutes() == null && to.includedMinutes() != null) {
      losses.add(Loss.UNLIMITED_MINUTES);
    }
    return losses;
  }
}
