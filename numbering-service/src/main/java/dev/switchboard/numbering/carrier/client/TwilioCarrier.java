package dev.switchboard.numbering.carrier.client;

import dev.switchboard.numbering.carrier.AvailableNumber;
import dev.switchboard.numbering.carrier.Carrier;
import dev.switchboard.numbering.carrier.CarrierUnavailableException;
import dev.switchboard.numbering.carrier.NumberSearch;
import dev.switchboard.numbering.value.E164;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/**
 * Orders at Twilio. Buying is the one call that is not idempotent: it is made once, after a look
 * whether the number is ours already, and when its answer is lost the next order begins with that
 * look. All other calls are repeated a few times, inside the circuit breaker, so that one order
 * counts as one.
 */
public final class TwilioCarrier implements Carrier {
  /** "PhoneNumber is not available": somebody else has it, or nobody can. */
  private static final int NOT_AVAILABLE = 21422;

  /** "PhoneNumber is not a valid number". */
  private static final int INVALID = 21421;

  private static final int NATIONAL_START = 2;

  private final TwilioApi api;
  private final TwilioProperties properties;
  private final CircuitBreaker circuitBreaker;
  private final Retry retry;

  TwilioCarrier(
      TwilioApi api, TwilioProperties properties, CircuitBreaker circuitBreaker, Retry retry) {
    this.api = api;
    this.properties = properties;
    this.circuitBreaker = circuitBreaker;
    this.retry = retry;
  }

  @Override
  public String name() {
    return "TWILIO";
  }

  @Override
  public Set<String> countries() {
    return properties.countries();
  }

  /** By number, since Twilio keeps no order; at most as many as one page has. */
  @Override
  public List<AvailableNumber> search(NumberSearch search) {
    return repeatable(() ->
            api.available(
                properties.accountSid(),
                search.country(),
                properties.pageSize(),
                search.areaCode(),
                search.contains(),
                search.city()))
        .numbers()
        .stream()
        .flatMap(found -> known(found, search))
        .sorted(Comparator.comparing(found -> found.number().value()))
        .toList();
  }

  /** A number that Twilio tells nothing about, or that does not fit after all, is left out. */
  private static Stream<AvailableNumber> known(TwilioApi.Available found, NumberSearch search) {
    String number = found.phoneNumber();
    String contains = search.contains();
    if (number == null || (contains != null && number.indexOf(contains, NATIONAL_START) < 0)) {
      return Stream.empty();
    }
    return Stream.of(
        new AvailableNumber(
            new E164(number), text(found.locality()), text(found.region()), search.country()));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  @Override
  public boolean order(E164 number) {
    return owned(number).isPresent() || buy(number);
  }

  private boolean buy(E164 number) {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    form.add("PhoneNumber", number.value());
    try {
      return once(() -> api.buy(properties.accountSid(), form))
          .phoneNumber()
          .equals(number.value());
    } catch (HttpClientErrorException.BadRequest e) {
      int code = code(e);
      if (code == NOT_AVAILABLE || code == INVALID) {
        return false;
      }
      throw new CarrierUnavailableException("Twilio refuses with " + code, e);
    }
  }

  private static int code(HttpClientErrorException e) {
    TwilioApi.Refusal refusal = e.getResponseBodyAs(TwilioApi.Refusal.class);
    return refusal == null ? 0 : refusal.code();
  }

  @Override
  public void giveBack(E164 number) {
    owned(number)
        .ifPresent(owned ->
            repeatable(() -> {
              try {
                api.release(properties.accountSid(), owned.sid());
                return true;
              } catch (HttpClientErrorException.NotFound e) {
                return false; // an earlier try has done it
              }
            }));
  }

  private Optional<TwilioApi.Incoming> owned(E164 number) {
    return repeatable(() -> api.owned(properties.accountSid(), number.value())).numbers().stream()
        .filter(each -> each.phoneNumber().equals(number.value()))
        .findFirst();
  }

  private <T> T repeatable(Supplier<T> call) {
    return once(Retry.decorateSupplier(retry, call));
  }

  /** What Twilio refuses for good comes through as it is; all else passes. */
  private <T> T once(Supplier<T> call) {
    try {
      return circuitBreaker.executeSupplier(call);
    } catch (HttpClientErrorException.BadRequest e) {
      throw e;
    } catch (CallNotPermittedException e) {
      throw new CarrierUnavailableException("Twilio has not answered for a while", e);
    } catch (HttpClientErrorException e) {
      throw new CarrierUnavailableException("Twilio answers " + e.getStatusCode().value(), e);
    } catch (RestClientException e) {
      throw new CarrierUnavailableException("Twilio does not answer", e);
    }
  }

  /** Whether trying again can help, and whether a failure says something about Twilio's health. */
  static boolean isPassing(Throwable failure) {
    return failure instanceof RestClientException
        && !(failure instanceof HttpClientErrorException refused
            && refused.getStatusCode().value() != HttpStatus.TOO_MANY_REQUESTS.value());
  }
}
