package dev.switchboard.gateway.service;

import io.micrometer.observation.ObservationFilter;
import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.observation.ClientRequestObservationContext;

/** The connections to the services: a pass-through client without a will of its own. */
@Configuration(proxyBeanMethods = false)
class HttpClientConfiguration {
  /** Shorter than the services' 10 s, so that no request meets a connection that just closes. */
  private static final TimeValue KEEP_ALIVE = TimeValue.ofSeconds(5);

  @Bean
  CloseableHttpClient serviceHttpClient(GatewayProperties properties) {
    Timeout read = Timeout.of(properties.readTimeout());
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(properties.connections())
                .setMaxConnTotal(properties.connections() * Service.values().length)
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(properties.connectTimeout()))
                        .setSocketTimeout(read)
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(properties.connectTimeout()))
                .setResponseTimeout(read)
                .build())
        .setKeepAliveStrategy((response, context) -> KEEP_ALIVE)
        .addExecInterceptorBefore(
            ChainElement.MAIN_TRANSPORT.name(), "cut", HttpClientConfiguration::cutWithBody)
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .disableDefaultUserAgent()
        .build();
  }

  private static ClassicHttpResponse cutWithBody(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    if (request.getEntity() != null) {
      request.setEntity(new CutBody(request.getEntity(), scope.execRuntime));
    }
    return chain.proceed(request, scope);
  }

  /** The gateway's proxy exchange uses it for every request. */
  @Bean
  ClientHttpRequestFactory serviceRequests(HttpClient serviceHttpClient) {
    return new HttpComponentsClientHttpRequestFactory(serviceHttpClient);
  }

  /** Traces name the path at the gateway; a called address may hold what somebody searched for. */
  @Bean
  ObservationFilter noCalledAddresses() {
    return context -> {
      if (context instanceof ClientRequestObservationContext) {
        context.removeHighCardinalityKeyValue("http.url");
      }
      return context;
    };
  }
}
