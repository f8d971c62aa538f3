package dev.switchboard.platform.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Every service is an OAuth2 resource server: it verifies the gateway's internal token itself and
 * trusts no header.
 */
@AutoConfiguration(
    beforeName = {
      "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
      "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration"
    })
@EnableMethodSecurity
public class SecurityAutoConfiguration {
  private static final Logger log = LoggerFactory.getLogger(SecurityAutoConfiguration.class);

  /** Who issues internal tokens. */
  public static final String ISSUER = "switchboard";

  @Bean
  @ConditionalOnMissingBean
  PublicEndpoints publicEndpoints() {
    return new PublicEndpoints();
  }

  /** Verifies ES256 tokens for this service with user-service's published keys. */
  @Bean
  @ConditionalOnMissingBean({JwtDecoder.class, JWKSource.class})
  JwtDecoder jwtDecoder(
      @Value("${switchboard.jwks-uri}") String jwksUri,
      @Value("${spring.application.name}") String serviceName) {
    SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
    http.setConnectTimeout(Duration.ofSeconds(1));
    http.setReadTimeout(Duration.ofSeconds(2));
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(jwksUri)
            .restOperations(new RestTemplate(http))
            .jwsAlgorithm(SignatureAlgorithm.ES256)
            .build();
    restrict(decoder, serviceName);
    return decoder;
  }

  /** Makes a decoder accept only unexpired tokens of our issuer for this audience. */
  public static void restrict(NimbusJwtDecoder decoder, String audience) {
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(Duration.ofSeconds(5)),
            new JwtIssuerValidator(ISSUER),
            new JwtClaimValidator<List<String>>(
                "aud", audiences -> audiences != null && audiences.contains(audience))));
  }

  /** Who passes each filter is nothing to measure; a request has one observation of its own. */
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  @Order(0)
  SecurityFilterChain managementEndpoints(HttpSecurity http) {
    return http.securityMatcher(EndpointRequest.toAnyEndpoint())
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  @Bean
  @Order(1)
  SecurityFilterChain apiEndpoints(
      HttpSecurity http,
      PublicEndpoints publicEndpoints,
      ProblemWriter problems,
      JwtDecoder decoder,
      Clock clock) {
    AuthenticationEntryPoint unauthenticated =
        (request, response, cause) ->
            problems.write(response, CommonError.AUTH_REQUIRED, "Sign in and try again.");
    return http.authorizeHttpRequests(requests ->
            requests
                .requestMatchers(publicEndpoints.matcher())
                .permitAll()
                .requestMatchers("/error")
                .permitAll()
                .anyRequest()
                .authenticated())
        .oauth2ResourceServer(server ->
            server
                .jwt(jwt ->
                    jwt.decoder(new VerifiedTokens(decoder, clock))
                        .jwtAuthenticationConverter(CallerToken.converter()))
                .authenticationEntryPoint(unauthenticated)
                .withObjectPostProcessor(uncheckedTokens(unauthenticated, problems)))
        .exceptionHandling(errors ->
            errors
                .authenticationEntryPoint(unauthenticated)
                .accessDeniedHandler((request, response, cause) ->
                    problems.write(
                        response, CommonError.FORBIDDEN, "Your role does not allow this.")))
        .addFilterAfter(new TenantFilter(), AuthorizationFilter.class)
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  /** A token that can't be checked now, since the keys can't be fetched, is not a bad one. */
  private static ObjectPostProcessor<BearerTokenAuthenticationFilter> uncheckedTokens(
      AuthenticationEntryPoint unauthenticated, ProblemWriter problems) {
    AuthenticationFailureHandler handler =
        (request, response, cause) -> {
          if (cause instanceof AuthenticationServiceException) {
            log.warn("A token can't be checked: {}", cause.toString());
            response.setHeader(HttpHeaders.RETRY_AFTER, "2");
            problems.write(response, CommonError.UNAVAILABLE, "Please try again in a few seconds.");
          } else {
            unauthenticated.commence(request, response, cause);
          }
        };
    return new ObjectPostProcessor<>() {
      @Override
      public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
        filter.setAuthenticationFailureHandler(handler);
        return filter;
      }
    };
  }

  /** What the firewall refuses, such as a semicolon in a path, is told like any other error. */
  @Bean
  RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
    return (request, response, rejected) ->
        problems.write(
            response, CommonError.MALFORMED, "The address has characters that are not allowed.");
  }

  @Bean
  WebMvcConfigurer callerArgument(PublicEndpoints publicEndpoints) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new RoleFirst(publicEndpoints));
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
      }
    };
  }
}
