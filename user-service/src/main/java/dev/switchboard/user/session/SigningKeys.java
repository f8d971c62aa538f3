package dev.switchboard.user.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.switchboard.platform.crypto.Seal;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The keys that sign internal tokens (ES256), shared by all instances through the database. A new
 * key is published a while before it signs, so that no verifier meets a key it can't know.
 */
@Component
class SigningKeys {
  private static final Duration PUBLISHED_BEFORE_USE = Duration.ofMinutes(10);
  private static final Duration CACHED = Duration.ofMinutes(1);
  private static final int KEPT = 3;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final TransactionOperations transaction;
  private final Seal seal;
  private final Duration life;
  private volatile @Nullable Loaded loaded;

  SigningKeys(
      JdbcClient jdbc,
      Clock clock,
      TransactionOperations transaction,
      @Value("${switchboard.master-key}") String masterKey,
      SessionProperties properties) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.transaction = transaction;
    this.seal = new Seal(masterKey);
    this.life = properties.keyLife();
  }

  /** The key that signs now. */
  ECKey current() {
    return keys().signer();
  }

  /** The public halves of all keys whose tokens may be in use. */
  JWKSet published() {
    return new JWKSet(keys().all().stream().map(key -> (JWK) key.toPublicJWK()).toList());
  }

  private Loaded keys() {
    Loaded cached = loaded;
    Instant now = clock.instant();
    if (cached == null || !cached.isFresh(now)) {
      cached = load(now);
      loaded = cached;
    }
    return cached;
  }

  private Loaded load(Instant now) {
    return transaction.execute(status -> {
      List<Stored> stored = read();
      if (stored.isEmpty() || stored.getFirst().createdAt().plus(life).isBefore(now)) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('signing_key'))")
            .query((row, index) -> 1)
            .single();
        stored = read();
        if (stored.isEmpty() || stored.getFirst().createdAt().plus(life).isBefore(now)) {
          create(now);
          stored = read();
        }
      }
      List<Stored> keys = stored;
      Stored signer =
          keys.stream()
              .filter(key -> key.createdAt().plus(PUBLISHED_BEFORE_USE).isBefore(now))
              .findFirst()
              .orElse(keys.getLast());
      return new Loaded(now, open(signer), keys.stream().limit(KEPT).map(this::open).toList());
    });
  }

  /** The newest first. */
  private List<Stored> read() {
    return jdbc.sql(
            "select sealed_private_jwk, created_at from signing_key order by created_at desc, key_id")
        .query((row, index) ->
            new Stored(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()))
        .list();
  }

  private void create(Instant now) {
    try {
      ECKey key = new ECKeyGenerator(Curve.P_256).keyID(UUID.randomUUID().toString()).generate();
      jdbc.sql(
              """
              insert into signing_key (key_id, public_jwk, sealed_private_jwk, created_at) values (?, ?, ?, ?)
              """)
          .params(
              key.getKeyID(),
              key.toPublicJWK().toJSONString(),
              seal.seal(key.toJSONString()),
              now.atOffset(ZoneOffset.UTC))
          .update();
      jdbc.sql(
              """
              delete from signing_key where key_id not in
                (select key_id from signing_key order by created_at desc, key_id limit ?)
              """)
          .param(KEPT)
          .update();
    } catch (JOSEException e) {
      throw new IllegalStateException("a signing key can't be made", e);
    }
  }

  private ECKey open(Stored stored) {
    try {
      return ECKey.parse(seal.open(stored.sealed()));
    } catch (ParseException e) {
      throw new IllegalStateException("a signing key can't be read", e);
    }
  }

  private record Stored(String sealed, Instant createdAt) {}

  private record Loaded(Instant at, ECKey signer, List<ECKey> all) {

    /** A clock that was put back makes it stale too. */
    boolean isFresh(Instant now) {
      return !now.isBefore(at) && !now.isAfter(at.plus(CACHED));
    }
  }
}
