package dev.switchboard.gateway.route;

import dev.switchboard.gateway.service.Service;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.observation.ClientHttpObservationDocumentation;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.ClientRequestObservationConvention;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Sends one request to a service, body and answer as streams. (The gateway's own exchange turns an
 * answer into a 304 by itself and then never closes its connection.)
 */
@Component
class ServiceExchange implements ProxyExchange {
  private static final ClientRequestObservationConvention CONVENTION =
      new DefaultClientRequestObservationConvention();

  private final ClientHttpRequestFactory requests;
  private final ObservationRegistry observations;

  ServiceExchange(ClientHttpRequestFactory serviceRequests, ObservationRegistry observations) {
    this.requests = serviceRequests;
    this.observations = observations;
  }

  @Override
  public ServerResponse exchange(Request request) {
    try {
      return send(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PassedAnswer send(Request request) throws IOException {
    HttpServletRequest incoming = request.getServerRequest().servletRequest();
    Service service = Routes.serviceOf(request.getServerRequest());
    URI target = Objects.requireNonNull(request.getUri());
    ClientHttpRequest outgoing = requests.createRequest(target, request.getMethod());
    outgoing.getHeaders().putAll(request.getHeaders());
    ClientRequestObservationContext context = new ClientRequestObservationContext(outgoing);
    // Starting it writes the trace's header into the request.
    Observation observation =
        ClientHttpObservationDocumentation.HTTP_CLIENT_EXCHANGES
            .observation(null, CONVENTION, () -> context, observations)
            .start();
    try {
      setBody(incoming, outgoing);
      ClientHttpResponse answer = outgoing.execute();
      context.setResponse(answer);
      return new PassedAnswer(answer, service, incoming.getRequestURI());
    } catch (IOException | RuntimeException e) {
      observation.error(e);
      throw e;
    } finally {
      observation.stop();
    }
  }

  private static void setBody(HttpServletRequest incoming, ClientHttpRequest outgoing)
      throws IOException {
    if (hasBody(incoming) && outgoing instanceof StreamingHttpOutputMessage streaming) {
      InputStream body = incoming.getInputStream();
      streaming.setBody(body::transferTo);
    }
  }

  /** Whether the request has a body, which can be read once only. */
  static boolean hasBody(HttpServletRequest incoming) {
    return incoming.getContentLengthLong() > 0 || incoming.getHeader("Transfer-Encoding") != null;
  }
}
