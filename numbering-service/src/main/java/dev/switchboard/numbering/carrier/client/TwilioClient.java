package dev.switchboard.numbering.carrier.client;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Makes the client of Twilio's API. */
public final class TwilioClient {
  private static final String NAME = "twilio";
  private static final int TRIES = 3;
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int WINDOW = 20;
  private static final int MINIMUM = 5;
  private static final Duration OPEN = Duration.ofSeconds(5);

  private TwilioClient() {}

  /**
   * The carrier.
   *
   * @throws IllegalArgumentException when a setting is missing
   */
  public static TwilioCarrier carrier(
      TwilioProperties properties, ObservationRegistry observations, MeterRegistry meters) {
    properties.requireWhole();
    CircuitBreakerRegistry circuitBreakers = CircuitBreakerRegistry.of(circuitBreaker());
    CircuitBreaker circuitBreaker = circuitBreakers.circuitBreaker(NAME);
    TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(circuitBreakers).bindTo(meters);
    return new TwilioCarrier(
        api(properties, observations), properties, circuitBreaker, Retry.of(NAME, retry()));
  }

  private static CircuitBreakerConfig circuitBreaker() {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(WINDOW)
        .minimumNumberOfCalls(MINIMUM)
        .waitDurationInOpenState(OPEN)
        .permittedNumberOfCallsInHalfOpenState(2)
        .recordException(TwilioCarrier::isPassing)
        .build();
  }

  private static RetryConfig retry() {
    return RetryConfig.custom()
        .maxAttempts(TRIES)
        .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(PAUSE))
        .retryOnException(TwilioCarrier::isPassing)
        .build();
  }

  private static TwilioApi api(TwilioProperties properties, ObservationRegistry observations) {
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder().connectTimeout(properties.connectTimeout()).build());
    requests.setReadTimeout(properties.readTimeout());
    RestClient client =
        RestClient.builder()
            .baseUrl(properties.baseUrl())
            .requestFactory(requests)
            .observationRegistry(observations)
            .defaultHeaders(
                headers -> headers.setBasicAuth(properties.apiKey(), properties.apiSecret()))
            .build();
    return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
        .build()
        .createClient(TwilioApi.class);
  }
}
