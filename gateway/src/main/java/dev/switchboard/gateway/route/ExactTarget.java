package dev.switchboard.gateway.route;

import dev.switchboard.gateway.problem.GatewayError;
import dev.switchboard.gateway.problem.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchangeHandlerFunction;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Sends a request on with its path and query exactly as they came. The gateway's own handler takes
 * the query apart and puts it together again, and reads forms on the way.
 */
@Component
class ExactTarget extends ProxyExchangeHandlerFunction {
  private final ProxyExchange exchange;

  ExactTarget(
      ProxyExchange exchange,
      ObjectProvider<HttpHeadersFilter.RequestHttpHeadersFilter> requestFilters,
      ObjectProvider<HttpHeadersFilter.ResponseHttpHeadersFilter> responseFilters) {
    super(exchange, requestFilters, responseFilters);
    this.exchange = exchange;
  }

  @Override
  public ServerResponse handle(ServerRequest request) {
    return exchange.exchange(
        exchange
            .request(request)
            .uri(target(request))
            .headers(PassedHeaders.ofRequest(request))
            .build());
  }

  private static URI target(ServerRequest request) {
    URI base = (URI) request.attribute(MvcUtils.GATEWAY_REQUEST_URL_ATTR).orElseThrow();
    String query = request.servletRequest().getQueryString();
    String target = base + request.servletRequest().getRequestURI();
    try {
      return new URI(query == null ? target : target + "?" + query);
    } catch (URISyntaxException e) {
      throw new Refusal(
          GatewayError.MALFORMED,
          "The address has characters that must be percent-encoded.",
          null,
          e);
    }
  }
}
