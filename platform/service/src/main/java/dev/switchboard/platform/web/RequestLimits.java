package dev.switchboard.platform.web;

import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what no handler should see: bodies that are too large, and U+0000 in the address. */
final class RequestLimits extends OncePerRequestFilter {
  static final int MAX_BODY_BYTES = 1_000_000;

  private final ProblemWriter problems;

  RequestLimits(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String query = request.getQueryString();
    if (query != null && query.toLowerCase(Locale.ROOT).contains("%00")) {
      problems.write(
          response, CommonError.MALFORMED, "The address has characters that are not allowed.");
    } else if (request.getContentLengthLong() > MAX_BODY_BYTES) {
      problems.write(response, CommonError.TOO_LARGE, "The body may have at most 1 MB.");
    } else {
      chain.doFilter(request, response);
    }
  }
}
