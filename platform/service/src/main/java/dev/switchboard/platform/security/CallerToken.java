package dev.switchboard.platform.security;

import dev.switchboard.platform.security.Caller.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;

/** The authentication that a verified internal token stands for. */
final class CallerToken extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final transient Caller caller;

  private CallerToken(Caller caller) {
    super(List.of(new SimpleGrantedAuthority("ROLE_" + caller.role())));
    this.caller = caller;
    setAuthenticated(true);
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public Caller getPrincipal() {
    return caller;
  }

  @Override
  public String getName() {
    return caller.userId().toString();
  }

  /** Reads the claims {@code sub}, {@code account}, {@code role} and {@code sid}. */
  static Converter<Jwt, CallerToken> converter() {
    return jwt -> {
      try {
        return new CallerToken(
            new Caller(
                UUID.fromString(claim(jwt, "account")),
                UUID.fromString(claim(jwt, "sub")),
                Role.valueOf(claim(jwt, "role")),
                UUID.fromString(claim(jwt, "sid"))));
      } catch (IllegalArgumentException e) {
        throw new OAuth2AuthenticationException(
            BearerTokenErrors.invalidToken("claims are not readable"), e);
      }
    };
  }

  private static String claim(Jwt jwt, String name) {
    String value = jwt.getClaimAsString(name);
    if (value == null) {
      throw new IllegalArgumentException("claim " + name + " is missing");
    }
    return value;
  }
}
