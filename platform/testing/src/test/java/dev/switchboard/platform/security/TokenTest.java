package dev.switchboard.platform.security;

import static dev.switchboard.platform.sample.SampleTokens.KEY;
import static dev.switchboard.platform.sample.SampleTokens.newKey;
import static dev.switchboard.platform.sample.SampleTokens.sign;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.switchboard.platform.sample.SampleKeys;
import dev.switchboard.platform.sample.SampleTest;
import dev.switchboard.platform.sample.SampleTokens;
import dev.switchboard.platform.security.Caller.Role;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TokenTest extends SampleTest {

  @Test
  @DisplayName("a good token is let in")
  void good() {
    assertThat(status(sign(claims().build(), KEY))).isEqualTo(200);
  }

  static Stream<Arguments> bad() throws JOSEException {
    Instant now = Instant.now();
    return Stream.of(
            Map.entry(
                "expired",
                sign(claims().expirationTime(Date.from(now.minusSeconds(10))).build(), KEY)),
            Map.entry(
                "not yet valid",
                sign(claims().notBeforeTime(Date.from(now.plusSeconds(60))).build(), KEY)),
            Map.entry("signed by somebody else", sign(claims().build(), newKey(KEY.getKeyID()))),
            Map.entry("of an unknown key", sign(claims().build(), newKey("unknown"))),
            Map.entry("for another service", sign(claims().audience("other-service").build(), KEY)),
            Map.entry("for no service", sign(claims().audience((String) null).build(), KEY)),
            Map.entry("of another issuer", sign(claims().issuer("somebody").build(), KEY)),
            Map.entry("of no issuer", sign(claims().issuer(null).build(), KEY)),
            Map.entry("without account", sign(claims().claim("account", null).build(), KEY)),
            Map.entry("with an odd account", sign(claims().claim("account", "'--").build(), KEY)),
            Map.entry("with an unknown role", sign(claims().claim("role", "OWNER").build(), KEY)),
            Map.entry("without session", sign(claims().claim("sid", null).build(), KEY)),
            Map.entry("unsigned", new PlainJWT(claims().build()).serialize()),
            Map.entry("with the public key as secret", symmetric()),
            Map.entry("changed after signing", changed()),
            Map.entry("of no form", "no-token"))
        .map(each -> Arguments.of(each.getKey(), each.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("401 for a token that is")
  @MethodSource("bad")
  void refused(String kind, String token) {
    HttpResponse<String> answer = call(to("/api/v1/things", token));
    assertThat(answer.statusCode()).as(kind).isEqualTo(401);
    assertThat(json(answer).path("code").asString()).isEqualTo("auth.required");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).doesNotContain("Jwt", "signature", "Exception");
  }

  @Test
  @DisplayName("401 without a token, at every address; a token in the query is none")
  void missing() {
    for (String path :
        new String[] {"/api/v1/things", "/nothing", "/v3/api-docs", "/actuator/env"}) {
      assertThat(call(to(path)).statusCode()).as(path).isEqualTo(401);
    }
    String token = sign(claims().build(), KEY);
    assertThat(call(to("/api/v1/things?access_token=" + token)).statusCode()).isEqualTo(401);
  }

  @Test
  @DisplayName("503, not 401 or 500, while the keys can't be fetched; known keys go on")
  void keysAway() {
    assertThat(status(sign(claims().build(), KEY))).isEqualTo(200);
    SampleKeys.available(false);
    try {
      HttpResponse<String> answer =
          call(to("/api/v1/things", sign(claims().build(), newKey("rotated"))));
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(json(answer).path("code").asString()).isEqualTo("service.unavailable");
      assertThat(status(sign(claims().build(), KEY))).isEqualTo(200);
    } finally {
      SampleKeys.available(true);
    }
  }

  private int status(String token) {
    return call(to("/api/v1/things", token)).statusCode();
  }

  private static JWTClaimsSet.Builder claims() {
    return SampleTokens.claims(UUID.randomUUID(), UUID.randomUUID(), Role.ADMIN);
  }

  private static String symmetric() throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(KEY.getKeyID()).build(),
            claims().build());
    token.sign(new MACSigner(KEY.toPublicJWK().toString().getBytes(StandardCharsets.UTF_8)));
    return token.serialize();
  }

  private static String changed() {
    String[] admin = sign(claims().build(), KEY).split("\\.", -1);
    String[] other = sign(claims().build(), KEY).split("\\.", -1);
    return admin[0] + "." + other[1] + "." + admin[2];
  }
}
