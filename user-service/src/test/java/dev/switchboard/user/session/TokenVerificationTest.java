package dev.switchboard.user.session;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.transaction.support.TransactionTemplate;

class TokenVerificationTest {

  @Test
  @DisplayName(
      "A token that can't be checked, since the keys can't be read, is not a bad one: 503, not 401")
  void keysCanNotBeRead() throws Exception {
    JwtDecoder decoder =
        new TokenVerification().ownKeysJwtDecoder(keys(nobodyListens()), "user-service");
    String token = token();
    assertThatThrownBy(() -> decoder.decode(token))
        .isInstanceOf(JwtException.class)
        .isNotInstanceOf(BadJwtException.class);
  }

  private static SigningKeys keys(DataSource database) {
    return new SigningKeys(
        JdbcClient.create(database),
        Clock.systemUTC(),
        new TransactionTemplate(new JdbcTransactionManager(database)),
        Base64.getEncoder().encodeToString(new byte[32]),
        new SessionProperties(
            Duration.ofHours(12),
            Duration.ofDays(7),
            Duration.ofSeconds(60),
            List.of("user-service"),
            5,
            10,
            Duration.ofMinutes(30),
            50,
            Duration.ofDays(400),
            Duration.ofDays(30)));
  }

  private static DataSource nobodyListens() throws Exception {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new DriverManagerDataSource(
          "jdbc:postgresql://localhost:%d/gone".formatted(free.getLocalPort()));
    }
  }

  private static String token() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("some").generate();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("some").build(),
            new JWTClaimsSet.Builder().subject("somebody").build());
    token.sign(new ECDSASigner(key));
    return token.serialize();
  }
}
