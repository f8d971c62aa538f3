package dev.switchboard.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.security.Caller.Role;
import dev.switchboard.platform.security.SecurityAutoConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Signs internal tokens for tests, good and bad ones. */
public final class TestTokens {
  private final String audience;
  private final ECKey key = newKey();

  TestTokens(String audience) {
    this.audience = audience;
  }

  /** Calls as an admin of this account. */
  public RequestPostProcessor admin(UUID accountId, UUID userId) {
    return bearer(sign(accountId, userId, Role.ADMIN, audience, Duration.ofMinutes(1), key));
  }

  /** Calls as a plain user of this account. */
  public RequestPostProcessor user(UUID accountId, UUID userId) {
    return bearer(sign(accountId, userId, Role.USER, audience, Duration.ofMinutes(1), key));
  }

  /** Calls as this employee of the operator. */
  public RequestPostProcessor support(UUID employeeId) {
    return support(employeeId, UUID.randomUUID());
  }

  /** Calls as this employee of the operator from this session. */
  public RequestPostProcessor support(UUID employeeId, UUID sessionId) {
    return bearer(
        sign(
            Caller.NO_ACCOUNT,
            employeeId,
            Role.SUPPORT,
            audience,
            Duration.ofMinutes(1),
            key,
            sessionId));
  }

  /** Calls as an admin of this account from this session. */
  public RequestPostProcessor session(UUID accountId, UUID userId, UUID sessionId) {
    return bearer(
        sign(accountId, userId, Role.ADMIN, audience, Duration.ofMinutes(1), key, sessionId));
  }

  /** Calls with a token that ended a minute ago. */
  public RequestPostProcessor expired(UUID accountId, UUID userId) {
    return bearer(sign(accountId, userId, Role.ADMIN, audience, Duration.ofMinutes(-1), key));
  }

  /** Calls with a token for another service. */
  public RequestPostProcessor otherAudience(UUID accountId, UUID userId) {
    return bearer(
        sign(accountId, userId, Role.ADMIN, "another-service", Duration.ofMinutes(1), key));
  }

  /** Calls with a token that somebody else signed. */
  public RequestPostProcessor forged(UUID accountId, UUID userId) {
    return bearer(sign(accountId, userId, Role.ADMIN, audience, Duration.ofMinutes(1), newKey()));
  }

  /** Calls with this text as the bearer token. */
  public RequestPostProcessor bearer(String token) {
    return request -> {
      request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
      return request;
    };
  }

  JwtDecoder decoder() {
    DefaultJWTProcessor<com.nimbusds.jose.proc.SecurityContext> processor =
        new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.ES256, new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK()))));
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    SecurityAutoConfiguration.restrict(decoder, audience);
    return decoder;
  }

  private static String sign(
      UUID accountId, UUID userId, Role role, String audience, Duration life, ECKey key) {
    return sign(accountId, userId, role, audience, life, key, UUID.randomUUID());
  }

  private static String sign(
      UUID accountId,
      UUID userId,
      Role role,
      String audience,
      Duration life,
      ECKey key,
      UUID sessionId) {
    Instant now = Instant.now();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
            new JWTClaimsSet.Builder()
                .issuer(SecurityAutoConfiguration.ISSUER)
                .audience(audience)
                .subject(userId.toString())
                .claim("account", accountId.toString())
                .claim("role", role.name())
                .claim("sid", sessionId.toString())
                .issueTime(Date.from(now.minusSeconds(120)))
                .expirationTime(Date.from(now.plus(life)))
                .build());
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  private static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
