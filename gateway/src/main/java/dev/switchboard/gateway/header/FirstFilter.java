package dev.switchboard.gateway.header;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before all others: sets the headers of the answer, and hides trace headers of the client, so that
 * nobody outside can join, sample or flood our traces.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstFilter extends OncePerRequestFilter {
  private final AnswerHeaders headers;

  FirstFilter(AnswerHeaders headers) {
    this.headers = headers;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    headers.addTo(response);
    chain.doFilter(new WithoutTrace(request), response);
  }

  private static final class WithoutTrace extends HttpServletRequestWrapper {
    private static final Set<String> HIDDEN = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
      Collections.addAll(HIDDEN, "traceparent", "tracestate", "baggage", "b3");
      Collections.addAll(HIDDEN, "X-B3-TraceId", "X-B3-SpanId", "X-B3-Sampled", "X-B3-Flags");
    }

    WithoutTrace(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
      return HIDDEN.contains(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return HIDDEN.contains(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }
  }
}
