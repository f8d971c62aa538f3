package dev.switchboard.billing.provider.client;

import dev.switchboard.billing.provider.ProviderRefusalException;
import dev.switchboard.billing.provider.ProviderUnavailableException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import java.util.function.Supplier;
import org.springframework.web.client.RestClientException;

/** Makes calls inside the circuit breaker; a call with its repetitions counts as one. */
final class StripeCalls {
  private final CircuitBreaker circuitBreaker;
  private final Retry retry;

  StripeCalls(CircuitBreaker circuitBreaker, Retry retry) {
    this.circuitBreaker = circuitBreaker;
    this.retry = retry;
  }

  /**
   * A call that is repeated a few times until it is answered.
   *
   * @throws ProviderUnavailableException when it is not
   * @throws ProviderRefusalException when the answer is that it is wrong
   */
  <T> T repeat(Supplier<T> call) {
    try {
      return once(Retry.decorateSupplier(retry, call));
    } catch (StripeRefusal e) {
      throw e.asRefusal();
    }
  }

  /**
   * A call that is made once: its caller repeats it.
   *
   * @throws ProviderUnavailableException when it is not answered
   * @throws StripeRefusal when the answer is no
   */
  <T> T once(Supplier<T> call) {
    try {
      return circuitBreaker.executeSupplier(call);
    } catch (CallNotPermittedException e) {
      throw new ProviderUnavailableException("Stripe has not answered for a while", e);
    } catch (StripeRefusal e) {
      if (e.isOfService()) {
        throw e.asUnavailable();
      }
      throw e;
    } catch (RestClientException e) {
      throw new ProviderUnavailableException("Stripe gives no answer that can be read", e);
    }
  }

  /** Whether trying again can help, and whether a failure says something about Stripe's health. */
  static boolean isPassing(Throwable failure) {
    return failure instanceof RestClientException
        || (failure instanceof StripeRefusal refusal && refusal.isPassing());
  }
}
