package dev.switchboard.gateway.csrf;

import dev.switchboard.gateway.header.PublicAddress;
import dev.switchboard.gateway.problem.GatewayError;
import dev.switchboard.gateway.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses changes that a page of another site, or of a sibling host, asks for. Browsers tell by
 * Sec-Fetch-Site, old ones by Origin; a client that sends neither is no browser and has no cookie
 * that could be abused.
 */
final class OriginCheck extends OncePerRequestFilter {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> ALLOWED_SITES = Set.of("same-origin", "none");

  private final ProblemWriter problems;
  private final String publicOrigin;

  OriginCheck(ProblemWriter problems, PublicAddress address) {
    this.problems = problems;
    this.publicOrigin = address.origin();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (SAFE.contains(request.getMethod()) || isOwn(request)) {
      chain.doFilter(request, response);
    } else {
      problems.write(
          response, GatewayError.CROSS_SITE, "Changes are accepted from the product's own pages.");
    }
  }

  private boolean isOwn(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return ALLOWED_SITES.contains(site);
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin == null
        || origin.toLowerCase(Locale.ROOT).equals(publicOrigin)
        || isHost(origin, request.getHeader(HttpHeaders.HOST));
  }

  private static boolean isHost(String origin, @Nullable String host) {
    return host != null
        && (origin.equalsIgnoreCase("http://" + host)
            || origin.equalsIgnoreCase("https://" + host));
  }
}
