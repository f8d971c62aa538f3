package dev.switchboard.gateway.limit;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.switchboard.gateway.problem.GatewayError;
import dev.switchboard.gateway.problem.ProblemWriter;
import dev.switchboard.gateway.problem.Refusal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What no route should see: too much at once, bodies that are too large, broken addresses. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestLimits extends OncePerRequestFilter {
  /** A percent sign without two hexadecimal digits, or U+0000, which no database stores. */
  private static final Pattern BROKEN = Pattern.compile("%(?![0-9A-Fa-f]{2})|%00");

  private final LimitProperties properties;
  private final ProblemWriter problems;
  private final Ticker ticker;
  private final Semaphore places;

  RequestLimits(
      LimitProperties properties, ProblemWriter problems, Ticker ticker, MeterRegistry metrics) {
    this.properties = properties;
    this.problems = problems;
    this.ticker = ticker;
    this.places = new Semaphore(properties.concurrentRequests());
    Gauge.builder(
            "switchboard.gateway.requests.under.way",
            () -> properties.concurrentRequests() - places.availablePermits())
        .register(metrics);
  }

  static Refusal tooLarge(long bytes) {
    return new Refusal(GatewayError.TOO_LARGE, "The body may have at most " + bytes + " bytes.");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long most = properties.body().toBytes();
    if (isBroken(request.getRequestURI()) || isBroken(request.getQueryString())) {
      problems.write(
          response,
          GatewayError.MALFORMED,
          "The address has a percent sign that encodes nothing, or a character that is not allowed.");
    } else if (request.getContentLengthLong() > most) {
      problems.write(response, tooLarge(most));
    } else if (!places.tryAcquire()) {
      problems.write(
          response,
          new Refusal(
              GatewayError.UNAVAILABLE,
              "Too much is going on. Please try again in a few seconds.",
              Duration.ofSeconds(1),
              null));
    } else {
      try {
        chain.doFilter(
            new LimitedBody(request, most, properties.bodyTime().toNanos(), ticker), response);
      } finally {
        places.release();
      }
    }
  }

  private static boolean isBroken(@Nullable String part) {
    return part != null && part.indexOf('%') >= 0 && BROKEN.matcher(part).find();
  }
}
