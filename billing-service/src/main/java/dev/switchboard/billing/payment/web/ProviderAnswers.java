package dev.switchboard.billing.payment.web;

import dev.switchboard.billing.payment.PaymentError;
import dev.switchboard.billing.provider.ProviderUnavailableException;
import dev.switchboard.platform.problem.ProblemException;
import java.time.Duration;
import java.util.function.Supplier;

/** What the caller is told when the payment provider gives no answer. */
final class ProviderAnswers {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private ProviderAnswers() {}

  /**
   * Goes on as long as the provider answers.
   *
   * @throws ProblemException {@code payment.provider-unavailable}
   */
  static <T> T orUnavailable(Supplier<T> work) {
    try {
      return work.get();
    } catch (ProviderUnavailableException e) {
      throw new ProblemException(
              PaymentError.PROVIDER_UNAVAILABLE, "Please try again in a few seconds.", e)
          .retryAfter(RETRY_AFTER);
    }
  }
}
