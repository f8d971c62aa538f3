package dev.switchboard.user.web;

import dev.switchboard.platform.security.PublicEndpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Which endpoints need no token: whoever calls them has a password, a link or nothing yet. */
@Configuration(proxyBeanMethods = false)
class OpenEndpoints {

  @Bean
  PublicEndpoints publicEndpoints() {
    return new PublicEndpoints()
        .allow(HttpMethod.POST, "/api/v1/accounts")
        .allow(HttpMethod.POST, "/api/v1/session")
        .allow(HttpMethod.POST, "/api/v1/support/session")
        .allow(HttpMethod.POST, "/api/v1/invitations/inspect")
        .allow(HttpMethod.POST, "/api/v1/invitations/accept")
        .allow(HttpMethod.POST, "/api/v1/password-resets")
        .allow(HttpMethod.POST, "/api/v1/password-resets/inspect")
        .allow(HttpMethod.POST, "/api/v1/password-resets/complete")
        .allow(HttpMethod.POST, "/internal/token-exchange")
        .allow(HttpMethod.GET, "/.well-known/jwks.json");
  }
}
