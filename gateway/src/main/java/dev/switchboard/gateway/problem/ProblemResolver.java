package dev.switchboard.gateway.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers every exception of a handler with problem+json; logs what nobody expected. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemResolver implements HandlerExceptionResolver {
  private static final Logger log = LoggerFactory.getLogger(ProblemResolver.class);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final ProblemWriter problems;

  ProblemResolver(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    if (response.isCommitted()) {
      // Half an answer is out: the container must cut the connection, so that nobody takes it for
      // whole.
      return null;
    }
    if (failure instanceof ClientAbortException) {
      log.debug("The client has gone: {}", failure.toString());
      return new ModelAndView();
    }
    try {
      response.reset();
      problems.write(response, refusal(failure));
      return new ModelAndView();
    } catch (IOException e) {
      log.debug("The client has gone before its problem was written: {}", e.toString());
      return new ModelAndView();
    }
  }

  private static Refusal refusal(Exception failure) {
    return switch (failure) {
      case Refusal refusal -> refusal;
      case RefusedBody refused -> refused.refusal();
      case ErrorResponse known -> {
        GatewayError error = GatewayError.ofStatus(known.getStatusCode().value());
        yield new Refusal(error, error.title() + ".");
      }
      case SocketTimeoutException slow ->
          new Refusal(
              GatewayError.TIMEOUT, "Please try again in a few seconds.", RETRY_AFTER, slow);
      case IOException cut ->
          new Refusal(
              GatewayError.UNAVAILABLE, "Please try again in a few seconds.", RETRY_AFTER, cut);
      default -> {
        log.error("A request failed", failure);
        yield new Refusal(GatewayError.INTERNAL, "We have been told and look into it.");
      }
    };
  }
}
