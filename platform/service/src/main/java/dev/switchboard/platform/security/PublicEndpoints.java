package dev.switchboard.platform.security;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The endpoints of a service that need no token. A service without this bean has none. */
public final class PublicEndpoints {
  private final List<RequestMatcher> matchers = new ArrayList<>();

  /** Adds one endpoint. */
  public PublicEndpoints allow(HttpMethod method, String pattern) {
    matchers.add(PathPatternRequestMatcher.withDefaults().matcher(method, pattern));
    return this;
  }

  RequestMatcher matcher() {
    return matchers.isEmpty() ? request -> false : new OrRequestMatcher(matchers);
  }
}
