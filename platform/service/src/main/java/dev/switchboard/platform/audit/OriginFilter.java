package dev.switchboard.platform.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Notes where a request came from; the gateway, the only one who calls, tells the address. */
final class OriginFilter extends OncePerRequestFilter {
  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
  private static final int USER_AGENT_LENGTH = 300;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Origin.begin(new Origin(address(request), shorten(request.getHeader("User-Agent"))));
    try {
      chain.doFilter(request, response);
    } finally {
      Origin.end();
    }
  }

  private static String address(HttpServletRequest request) {
    String forwarded = request.getHeader("X-Forwarded-For");
    return forwarded != null && ADDRESS.matcher(forwarded).matches()
        ? forwarded
        : request.getRemoteAddr();
  }

  private static @Nullable String shorten(@Nullable String userAgent) {
    return userAgent == null || userAgent.length() <= USER_AGENT_LENGTH
        ? userAgent
        : userAgent.substring(0, USER_AGENT_LENGTH);
  }
}
