package dev.switchboard.gateway.service;

import dev.switchboard.gateway.problem.GatewayError;
import dev.switchboard.gateway.problem.Refusal;
import dev.switchboard.gateway.problem.RefusedBody;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.springframework.stereotype.Component;

/**
 * A call to a service behind its circuit breaker and a bulkhead. Only a service that does not
 * answer counts as failed: an answer with an error is an answer.
 */
@Component
public class SafeCall {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final String TRY_AGAIN = "Please try again in a few seconds.";

  private final CircuitBreakerRegistry breakers;
  private final BulkheadRegistry bulkheads;

  SafeCall(CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
    this.breakers = breakers;
    this.bulkheads = bulkheads;
    for (Service service : Service.values()) {
      breakers.circuitBreaker(service.serviceName(), "service");
    }
  }

  /** What is called. */
  @FunctionalInterface
  public interface Call<T> {
    T make() throws Exception;
  }

  /**
   * Makes the call.
   *
   * @param bulkhead name of the bulkhead whose permits it uses
   * @param repeatable whether it may be made once more when the connection did not hold
   * @throws Refusal 503 with Retry-After when the service is down, slow or has too much to do
   */
  public <T> T to(Service service, String bulkhead, boolean repeatable, Call<T> call)
      throws Exception {
    Bulkhead permits = bulkheads.bulkhead(bulkhead);
    if (!permits.tryAcquirePermission()) {
      throw new Refusal(GatewayError.UNAVAILABLE, TRY_AGAIN, SOON, null);
    }
    try {
      return guarded(service, repeatable, call);
    } finally {
      permits.onComplete();
    }
  }

  private <T> T guarded(Service service, boolean repeatable, Call<T> call) throws Exception {
    CircuitBreaker breaker = breakers.circuitBreaker(service.serviceName(), "service");
    if (!breaker.tryAcquirePermission()) {
      throw new Refusal(GatewayError.UNAVAILABLE, TRY_AGAIN, openFor(breaker), null);
    }
    long start = breaker.getCurrentTimestamp();
    try {
      T answer = repeatable ? twice(call) : call.make();
      breaker.onSuccess(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit());
      return answer;
    } catch (RefusedBody clientsFault) {
      breaker.releasePermission();
      throw clientsFault;
    } catch (IOException failure) {
      breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), failure);
      boolean slow = failure instanceof SocketTimeoutException && !isUnconnected(failure);
      throw new Refusal(
          slow ? GatewayError.TIMEOUT : GatewayError.UNAVAILABLE,
          TRY_AGAIN,
          openFor(breaker),
          failure);
    } catch (Exception defect) {
      breaker.releasePermission();
      throw defect;
    }
  }

  private static <T> T twice(Call<T> call) throws Exception {
    try {
      return call.make();
    } catch (IOException failure) {
      if (isUnconnected(failure) || isCut(failure)) {
        return call.make();
      }
      throw failure;
    }
  }

  /** A kept connection that the service closed, as when it has been restarted. */
  private static boolean isCut(IOException failure) {
    return failure instanceof NoHttpResponseException || failure instanceof SocketException;
  }

  private static boolean isUnconnected(IOException failure) {
    return failure instanceof ConnectException
        || failure instanceof ConnectTimeoutException
        || failure instanceof NoRouteToHostException
        || failure instanceof UnknownHostException;
  }

  private static Duration openFor(CircuitBreaker breaker) {
    return Duration.ofMillis(
        breaker.getCircuitBreakerConfig().getWaitIntervalFunctionInOpenState().apply(1));
  }
}
