package dev.switchboard.gateway.route;

import dev.switchboard.gateway.service.Service;
import dev.switchboard.gateway.session.DeviceCookie;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * The headers that pass, in both directions; all others stop here. What the client says about
 * itself (Authorization, Cookie, Forwarded, X-User-Id …) never reaches a service; only a sign-in
 * learns which browser it comes from, and only a payment provider's notice brings its signature.
 */
final class PassedHeaders {
  private static final List<String> OF_REQUESTS =
      List.of(
          HttpHeaders.ACCEPT,
          HttpHeaders.ACCEPT_LANGUAGE,
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.IF_MATCH,
          HttpHeaders.IF_NONE_MATCH,
          HttpHeaders.USER_AGENT,
          "Idempotency-Key",
          "Consistency-Token");
  private static final List<String> OF_ANSWERS =
      List.of(
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.CONTENT_LENGTH,
          HttpHeaders.CONTENT_LANGUAGE,
          HttpHeaders.CONTENT_DISPOSITION,
          HttpHeaders.ETAG,
          HttpHeaders.LAST_MODIFIED,
          HttpHeaders.LOCATION,
          HttpHeaders.LINK,
          HttpHeaders.ALLOW,
          HttpHeaders.RETRY_AFTER,
          "Consistency-Token",
          "Idempotency-Replayed");
  private static final String SESSION_PATH = "/api/v1/session";

  /** Where sessions begin and end. */
  private static final Set<String> COOKIE_PATHS = Set.of(SESSION_PATH, "/api/v1/support/session");

  private static final String DEVICE = "X-Switchboard-Device";

  private PassedHeaders() {}

  /** Headers of the request to the service. */
  static HttpHeaders ofRequest(ServerRequest request) {
    HttpHeaders original = request.headers().asHttpHeaders();
    HttpHeaders passed = new HttpHeaders();
    copy(OF_REQUESTS, original, passed);
    long length = request.servletRequest().getContentLengthLong();
    if (length >= 0) {
      passed.setContentLength(length);
    }
    passed.set("X-Forwarded-For", request.servletRequest().getRemoteAddr());
    if (request.method().equals(HttpMethod.POST)
        && request.servletRequest().getRequestURI().equals(SESSION_PATH)) {
      DeviceCookie.of(request.servletRequest()).ifPresent(device -> passed.set(DEVICE, device));
    }
    PublicEndpoint.of(request.method(), request.servletRequest().getRequestURI())
        .map(PublicEndpoint::ownHeader)
        .ifPresent(own -> copy(List.of(own), original, passed));
    request
        .attribute(Admission.TOKEN)
        .ifPresent(token -> passed.set(HttpHeaders.AUTHORIZATION, "Bearer " + token));
    return passed;
  }

  /** Headers of the service's answer; cookies only from where sessions begin and end. */
  static HttpHeaders ofAnswer(Service service, String path, HttpHeaders original) {
    HttpHeaders passed = new HttpHeaders();
    copy(OF_ANSWERS, original, passed);
    if (service == Service.USER && COOKIE_PATHS.contains(path)) {
      copy(List.of(HttpHeaders.SET_COOKIE), original, passed);
    }
    return passed;
  }

  private static void copy(List<String> names, HttpHeaders from, HttpHeaders to) {
    for (String name : names) {
      List<String> values = from.get(name);
      if (values != null) {
        to.addAll(name, values);
      }
    }
  }
}
