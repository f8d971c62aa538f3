package dev.switchboard.platform.sample;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.switchboard.platform.security.Caller.Role;
import dev.switchboard.platform.security.SecurityAutoConfiguration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Internal tokens for the sample service. */
public final class SampleTokens {
  /** The published key. */
  public static final ECKey KEY = newKey("published");

  private SampleTokens() {}

  /** An admin of this account. */
  public static String admin(UUID accountId) {
    return sign(claims(accountId, UUID.randomUUID(), Role.ADMIN).build(), KEY);
  }

  /** A plain user of this account. */
  public static String user(UUID accountId) {
    return sign(claims(accountId, UUID.randomUUID(), Role.USER).build(), KEY);
  }

  /** The claims of a good token that ends in a minute. */
  public static JWTClaimsSet.Builder claims(UUID accountId, UUID userId, Role role) {
    return new JWTClaimsSet.Builder()
        .issuer(SecurityAutoConfiguration.ISSUER)
        .audience("sample-service")
        .subject(userId.toString())
        .claim("account", accountId.toString())
        .claim("role", role.name())
        .claim("sid", UUID.randomUUID().toString())
        .issueTime(Date.from(Instant.now()))
        .expirationTime(Date.from(Instant.now().plusSeconds(60)));
  }

  /** Signs with this key and names it in the header. */
  public static String sign(JWTClaimsSet claims, ECKey key) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Another key with this id. */
  public static ECKey newKey(String keyId) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(keyId).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
