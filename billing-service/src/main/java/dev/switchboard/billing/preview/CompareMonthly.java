package dev.switchboard.billing.preview;

import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** E9: what another plan would save with each of many users, read at once. */
@Component
public class CompareMonthly {
  private final PreviewStatement previewStatement;

  CompareMonthly(PreviewStatement previewStatement) {
    this.previewStatement = previewStatement;
  }

  /**
   * The costs of these users of the account; whoever is none of them has no seat.
   *
   * @throws dev.switchboard.platform.problem.ProblemException {@code service.unavailable} while
   *     billing has not heard of the account
   */
  @Transactional(readOnly = true)
  public MonthlyCosts of(UUID accountId, Collection<UUID> users) {
    return new MonthlyCosts(previewStatement.present(accountId, users));
  }
}
