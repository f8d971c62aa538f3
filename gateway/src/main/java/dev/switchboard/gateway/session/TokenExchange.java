package dev.switchboard.gateway.session;

import dev.switchboard.gateway.problem.Refusal;
import dev.switchboard.gateway.service.GatewayProperties;
import dev.switchboard.gateway.service.SafeCall;
import dev.switchboard.gateway.service.Service;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.HttpClient;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks user-service what a session is worth (architecture 4). */
@Component
class TokenExchange {
  private static final String BULKHEAD = "token-exchange";

  private final RestClient client;
  private final URI address;
  private final SafeCall safeCall;
  private final JsonMapper json;

  TokenExchange(
      RestClient.Builder clients,
      HttpClient serviceHttpClient,
      GatewayProperties properties,
      SafeCall safeCall,
      JsonMapper json) {
    HttpComponentsClientHttpRequestFactory requests =
        new HttpComponentsClientHttpRequestFactory(serviceHttpClient);
    requests.setReadTimeout(properties.exchangeTimeout());
    this.client = clients.requestFactory(requests).build();
    this.address = URI.create(properties.addressOf(Service.USER) + "/internal/token-exchange");
    this.safeCall = safeCall;
    this.json = json;
  }

  /**
   * The tokens, or nothing when there is no such live session.
   *
   * @throws Refusal 503 when user-service does not answer
   */
  Optional<Exchanged> exchange(String secret) throws Exception {
    return safeCall.to(Service.USER, BULKHEAD, true, () -> ask(secret));
  }

  private Optional<Exchanged> ask(String secret) throws IOException {
    try {
      return client
          .post()
          .uri(address)
          .contentType(MediaType.APPLICATION_JSON)
          .accept(MediaType.APPLICATION_JSON)
          .body(json.writeValueAsBytes(Map.of("session", secret)))
          .exchangeForRequiredValue((request, answer) -> read(answer));
    } catch (ResourceAccessException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }
  }

  private Optional<Exchanged> read(ClientHttpResponse answer) throws IOException {
    HttpStatusCode status = answer.getStatusCode();
    if (status.is2xxSuccessful()) {
      return Optional.of(read(answer.getBody()));
    }
    // Only this says that there is no such session; whoever gets it is signed out.
    if (status.isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
      return Optional.empty();
    }
    throw new IOException("token exchange was answered " + status);
  }

  private Exchanged read(InputStream body) throws IOException {
    try {
      return json.readValue(body, Exchanged.class);
    } catch (JacksonException e) {
      throw new IOException("the answer of the token exchange can't be read", e);
    }
  }
}
