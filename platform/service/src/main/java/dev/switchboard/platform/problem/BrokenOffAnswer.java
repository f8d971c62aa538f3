package dev.switchboard.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * An answer that has begun can't become a problem any more: its connection is cut, so that nobody
 * takes what arrived for the whole.
 */
final class BrokenOffAnswer implements HandlerExceptionResolver, Ordered {
  private static final Logger log = LoggerFactory.getLogger(BrokenOffAnswer.class);

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception cause) {
    if (!response.isCommitted()) {
      return null;
    }
    if (cause instanceof IOException) {
      log.debug("A client went away while its answer was written", cause);
    } else {
      log.error("An answer was broken off", cause);
    }
    throw new IllegalStateException("the answer was broken off", cause);
  }
}
