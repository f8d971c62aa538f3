package dev.switchboard.gateway.route;

import dev.switchboard.gateway.service.Service;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.CollectionUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A service's answer on its way to the client: status, allowed headers, the body as it flows. It
 * must be written or closed, else its connection is lost.
 */
final class PassedAnswer implements ServerResponse, ProxyExchange.Response, AutoCloseable {
  private static final MultiValueMap<String, Cookie> NO_COOKIES =
      CollectionUtils.unmodifiableMultiValueMap(CollectionUtils.toMultiValueMap(Map.of()));

  private final ClientHttpResponse answer;
  private final HttpStatusCode status;
  private final HttpHeaders headers;

  PassedAnswer(ClientHttpResponse answer, Service service, String path) throws IOException {
    this.answer = answer;
    this.status = answer.getStatusCode();
    this.headers = PassedHeaders.ofAnswer(service, path, answer.getHeaders());
  }

  @Override
  public HttpStatusCode statusCode() {
    return status;
  }

  @Override
  public HttpStatusCode getStatusCode() {
    return status;
  }

  @Override
  public HttpHeaders headers() {
    return headers;
  }

  @Override
  public HttpHeaders getHeaders() {
    return headers;
  }

  @Override
  public MultiValueMap<String, Cookie> cookies() {
    return NO_COOKIES;
  }

  @Override
  public @Nullable ModelAndView writeTo(
      HttpServletRequest request, HttpServletResponse response, Context context)
      throws IOException {
    try (answer) {
      response.setStatus(status.value());
      headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
      answer.getBody().transferTo(response.getOutputStream());
    }
    return null;
  }

  @Override
  public void close() {
    answer.close();
  }
}
