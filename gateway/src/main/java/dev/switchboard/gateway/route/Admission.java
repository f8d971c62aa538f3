package dev.switchboard.gateway.route;

import dev.switchboard.gateway.limit.RateLimits;
import dev.switchboard.gateway.problem.GatewayError;
import dev.switchboard.gateway.problem.Refusal;
import dev.switchboard.gateway.service.Service;
import dev.switchboard.gateway.session.SessionCookie;
import dev.switchboard.gateway.session.SessionTokens;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriUtils;

/**
 * Who may pass: a public endpoint within its rate, all others with the token of a live session.
 * Whether the caller may do what he asks is the service's business (A6).
 */
@Component
class Admission implements HandlerFilterFunction<ServerResponse, ServerResponse> {
  static final String TOKEN = Admission.class.getName() + ".token";
  private static final String SESSION_PATH = "/api/v1/session";

  private final SessionTokens sessions;
  private final RateLimits rates;

  Admission(SessionTokens sessions, RateLimits rates) {
    this.sessions = sessions;
    this.rates = rates;
  }

  @Override
  public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    Optional<PublicEndpoint> open = PublicEndpoint.of(request.method(), path(request));
    if (open.isPresent()) {
      String rate = open.get().rate();
      if (rate != null) {
        rates.take(rate, request.servletRequest().getRemoteAddr());
      }
      return next.handle(request);
    }
    return asUser(request, next);
  }

  private ServerResponse asUser(ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    Service service = Routes.serviceOf(request);
    SessionTokens.Grant grant =
        SessionCookie.of(request.servletRequest())
            .flatMap(sessions::find)
            .orElseThrow(
                () -> new Refusal(GatewayError.AUTH_REQUIRED, "Sign in and repeat the request."));
    request.attributes().put(TOKEN, grant.tokenFor(service));
    ServerResponse answer = next.handle(request);
    if (request.method().equals(HttpMethod.DELETE)
        && path(request).equals(SESSION_PATH)
        && answer.statusCode().is2xxSuccessful()) {
      // Signed out here: known at once, without the way over the event.
      sessions.endSession(grant.sessionId());
    }
    return answer;
  }

  /** Decoded as for the routes: no other spelling of a path gets around its rate. */
  private static String path(ServerRequest request) {
    return UriUtils.decode(request.servletRequest().getRequestURI(), StandardCharsets.UTF_8);
  }
}
