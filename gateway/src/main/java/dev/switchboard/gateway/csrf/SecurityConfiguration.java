package dev.switchboard.gateway.csrf;

import dev.switchboard.gateway.header.PublicAddress;
import dev.switchboard.gateway.problem.GatewayError;
import dev.switchboard.gateway.problem.ProblemWriter;
import dev.switchboard.gateway.session.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * CSRF protection and the firewall for addresses and methods. Who the caller is and what he may do
 * is not decided here: services verify the token themselves.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
  private static final Set<String> SAFE = Set.of("GET", "HEAD");

  @Bean
  @Order(1)
  SecurityFilterChain apiSecurity(HttpSecurity http, ProblemWriter problems, PublicAddress address)
      throws Exception {
    CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
    tokens.setCookieCustomizer(
        cookie -> cookie.secure(address.isHttps()).sameSite("Strict").path("/"));
    return withoutSignIn(http)
        .securityMatcher("/api/**")
        .csrf(csrf ->
            csrf.spa()
                .csrfTokenRepository(tokens)
                .requireCsrfProtectionMatcher(SecurityConfiguration::needsCsrfToken))
        .exceptionHandling(handling ->
            handling.accessDeniedHandler((request, response, denied) ->
                problems.write(
                    response,
                    GatewayError.CSRF_MISSING,
                    "Send the value of the XSRF-TOKEN cookie in the X-XSRF-TOKEN header.")))
        .addFilterBefore(new OriginCheck(problems, address), CsrfFilter.class)
        .build();
  }

  /** The console's files and, on the management port, the actuator: nothing to protect. */
  @Bean
  @Order(2)
  SecurityFilterChain otherSecurity(HttpSecurity http) throws Exception {
    return withoutSignIn(http).csrf(AbstractHttpConfigurer::disable).build();
  }

  @Bean
  HttpFirewall httpFirewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedHttpMethods(METHODS);
    return firewall;
  }

  @Bean
  RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
    return (request, response, rejected) -> {
      if (METHODS.contains(request.getMethod())) {
        problems.write(
            response, GatewayError.MALFORMED, "The address or a header is not allowed here.");
      } else {
        response.setHeader(HttpHeaders.ALLOW, String.join(", ", METHODS));
        problems.write(response, GatewayError.METHOD, GatewayError.METHOD.title() + ".");
      }
    };
  }

  private static boolean needsCsrfToken(HttpServletRequest request) {
    return !SAFE.contains(request.getMethod()) && SessionCookie.of(request).isPresent();
  }

  /** The gateway's own headers, no server-side session, no log-in or log-out of Spring's. */
  private static HttpSecurity withoutSignIn(HttpSecurity http) throws Exception {
    return http.headers(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .securityContext(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
  }
}
