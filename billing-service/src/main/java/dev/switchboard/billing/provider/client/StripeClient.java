package dev.switchboard.billing.provider.client;

import dev.switchboard.billing.provider.PaymentProvider;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Makes the client of Stripe's API. */
public final class StripeClient {
  private static final String NAME = "stripe";
  private static final int TRIES = 3;
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int WINDOW = 20;
  private static final int MINIMUM = 10;
  private static final Duration OPEN = Duration.ofSeconds(5);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StripeClient() {}

  /** The provider. */
  public static PaymentProvider provider(
      StripeProperties properties,
      Clock clock,
      ObservationRegistry observations,
      MeterRegistry meters) {
    CircuitBreakerRegistry circuitBreakers = CircuitBreakerRegistry.of(circuitBreaker());
    StripeCalls calls =
        new StripeCalls(circuitBreakers.circuitBreaker(NAME), Retry.of(NAME, retry()));
    TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(circuitBreakers).bindTo(meters);
    return new StripeProvider(
        api(properties, observations),
        calls,
        new StripeNotices(properties.webhookSecret(), clock, JSON));
  }

  private static CircuitBreakerConfig circuitBreaker() {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(WINDOW)
        .minimumNumberOfCalls(MINIMUM)
        .waitDurationInOpenState(OPEN)
        .permittedNumberOfCallsInHalfOpenState(2)
        .recordException(StripeCalls::isPassing)
        .build();
  }

  private static RetryConfig retry() {
    return RetryConfig.custom()
        .maxAttempts(TRIES)
        .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(PAUSE))
        .retryOnException(StripeCalls::isPassing)
        .build();
  }

  private static StripeApi api(StripeProperties properties, ObservationRegistry observations) {
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder().connectTimeout(properties.connectTimeout()).build());
    requests.setReadTimeout(properties.readTimeout());
    RestClient client =
        RestClient.builder()
            .baseUrl(properties.baseUrl())
            .requestFactory(requests)
            .observationRegistry(observations)
            .defaultHeaders(headers -> {
              headers.setBearerAuth(properties.secretKey());
              headers.set("Stripe-Version", StripeApi.VERSION);
            })
            .defaultStatusHandler(HttpStatusCode::isError, StripeClient::refuse)
            .build();
    return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
        .build()
        .createClient(StripeApi.class);
  }

  private static void refuse(HttpRequest request, ClientHttpResponse response) throws IOException {
    throw new StripeRefusal(
        response.getStatusCode().value(),
        fault(response.getBody().readAllBytes()),
        response.getHeaders().getFirst("Request-Id"));
  }

  private static StripeApi.Fault fault(byte[] body) {
    try {
      StripeApi.Fault fault = JSON.readValue(body, StripeApi.Refused.class).error();
      return fault == null ? StripeApi.Fault.UNKNOWN : fault;
    } catch (JacksonException unreadable) {
      return StripeApi.Fault.UNKNOWN; // of something between us and Stripe; the status tells enough
    }
  }
}
