package dev.switchboard.user.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.security.SecurityAutoConfiguration;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.user.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes internal tokens from a session's secret, one for each service (architecture 4). */
@Component
public class ExchangeToken {
  private final Sessions sessions;
  private final SecondStep secondStep;
  private final OperatorSessions operatorSessions;
  private final SigningKeys keys;
  private final Clock clock;
  private final SessionProperties properties;
  private final TransactionOperations transaction;

  ExchangeToken(
      Sessions sessions,
      SecondStep secondStep,
      OperatorSessions operatorSessions,
      SigningKeys keys,
      Clock clock,
      SessionProperties properties,
      TransactionOperations transaction) {
    this.sessions = sessions;
    this.secondStep = secondStep;
    this.operatorSessions = operatorSessions;
    this.keys = keys;
    this.clock = clock;
    this.properties = properties;
    this.transaction = transaction;
  }

  /**
   * What a session is worth for a short while.
   *
   * @param expiresAt when the tokens end
   * @param tokens a signed token per audience (service name)
   */
  public record Exchanged(
      UUID sessionId,
      UUID userId,
      UUID accountId,
      String role,
      Instant expiresAt,
      Map<String, String> tokens) {

    @Override
    public String toString() {
      return "Exchanged[sessionId=" + sessionId + "]";
    }
  }

  /** The tokens, or nothing when there is no such live session. */
  public Optional<Exchanged> exchange(String secret) {
    return Tenancy.asSystem(() -> transaction.execute(status -> use(secret))).map(this::issue);
  }

  private Optional<Sessions.Live> use(String secret) {
    return sessions
        .use(secret)
        .map(this::withinTwoSteps)
        .or(() -> operatorSessions.use(secret).map(ExchangeToken::support));
  }

  private static Sessions.Live support(OperatorSessions.Live session) {
    return new Sessions.Live(
        session.sessionId(),
        Caller.NO_ACCOUNT,
        session.employeeId(),
        Caller.Role.SUPPORT.name(),
        session.expiresAt());
  }

  /** An admin who must sign in with two steps may no more than a user until he can. */
  private Sessions.Live withinTwoSteps(Sessions.Live session) {
    return session.role().equals(Role.ADMIN.name())
            && secondStep.of(session.accountId(), session.userId()).isMissing()
        ? session.as(Role.USER)
        : session;
  }

  private Exchanged issue(Sessions.Live session) {
    Instant now = clock.instant();
    Instant end = now.plus(properties.tokenLife());
    Instant expiresAt = session.expiresAt().isBefore(end) ? session.expiresAt() : end;
    ECKey key = keys.current();
    Map<String, String> tokens = new LinkedHashMap<>();
    properties
        .audiences()
        .forEach(audience -> tokens.put(audience, sign(session, audience, now, expiresAt, key)));
    return new Exchanged(
        session.sessionId(),
        session.userId(),
        session.accountId(),
        session.role(),
        expiresAt,
        tokens);
  }

  private static String sign(
      Sessions.Live session, String audience, Instant now, Instant expiresAt, ECKey key) {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
            new JWTClaimsSet.Builder()
                .issuer(SecurityAutoConfiguration.ISSUER)
                .audience(audience)
                .subject(session.userId().toString())
                .claim("account", session.accountId().toString())
                .claim("role", session.role())
                .claim("sid", session.sessionId().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiresAt))
                .build());
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("a token can't be signed", e);
    }
    return token.serialize();
  }
}
