package dev.switchboard.user.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.switchboard.platform.crypto.Seal;
import dev.switchboard.user.masterkey.SealedSecrets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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
class SigningKeys implements SealedSecrets {
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

  /** A key as the operator sees it. */
  record Key(String keyId, Instant createdAt, Instant signsFrom) {}

  /** All keys whose tokens may be in use, the newest first. */
  List<Key> known() {
    return transaction.execute(status -> read().stream().map(Stored::asKey).toList());
  }

  /**
   * Makes a new key before its time, or returns the one that was just made: it signs when all
   * verifiers can know it. Until then the one before does.
   */
  Key rotate() {
    Instant now = clock.instant();
    Key newest =
        transaction.execute(status -> {
          lock();
          List<Stored> stored = read();
          if (stored.isEmpty() || stored.getFirst().isRipe(now)) {
            create(now);
          }
          return read().getFirst().asKey();
        });
    loaded = null;
    return newest;
  }

  @Override
  public String kind() {
    return "signing keys";
  }

  /** There are never many. The service may write and delete keys, but not change one. */
  @Override
  public Step renew(@Nullable String after, int limit) {
    lock();
    int renewed = 0;
    for (Stored key : read()) {
      Optional<String> newly = seal.renewed(key.sealed());
      if (newly.isPresent()) {
        jdbc.sql("delete from signing_key where key_id = ?").param(key.keyId()).update();
        insert(key.keyId(), key.publicJwk(), newly.get(), key.createdAt());
        renewed++;
      }
    }
    return new Step(renewed, null);
  }

  private void lock() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('signing_key'))")
        .query((row, index) -> 1)
        .single();
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
        lock();
        stored = read();
        if (stored.isEmpty() || stored.getFirst().createdAt().plus(life).isBefore(now)) {
          create(now);
          stored = read();
        }
      }
      List<Stored> keys = stored;
      Stored signer =
          keys.stream().filter(key -> key.isRipe(now)).findFirst().orElse(keys.getLast());
      return new Loaded(now, open(signer), keys.stream().limit(KEPT).map(this::open).toList());
    });
  }

  /** The newest first. */
  private List<Stored> read() {
    return jdbc.sql(
            """
            select key_id, public_jwk, sealed_private_jwk, created_at from signing_key
            order by created_at desc, key_id
            """)
        .query((row, index) ->
            new Stored(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant()))
        .list();
  }

  private void create(Instant now) {
    try {
      ECKey key = new ECKeyGenerator(Curve.P_256).keyID(UUID.randomUUID().toString()).generate();
      insert(key.getKeyID(), key.toPublicJWK().toJSONString(), seal.seal(key.toJSONString()), now);
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

  private void insert(String keyId, String publicJwk, String sealed, Instant createdAt) {
    jdbc.sql(
            """
            insert into signing_key (key_id, public_jwk, sealed_private_jwk, created_at) values (?, ?, ?, ?)
            """)
        .params(keyId, publicJwk, sealed, createdAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  private ECKey open(Stored stored) {
    try {
      return ECKey.parse(seal.open(stored.sealed()));
    } catch (ParseException e) {
      throw new IllegalStateException("a signing key can't be read", e);
    }
  }

  private record Stored(String keyId, String publicJwk, String sealed, Instant createdAt) {

    /** Whether every verifier can know it. */
    boolean isRipe(Instant now) {
      return createdAt.plus(PUBLISHED_BEFORE_USE).isBefore(now);
    }

    Key asKey() {
      return new Key(keyId, createdAt, createdAt.plus(PUBLISHED_BEFORE_USE));
    }
  }

  private record Loaded(Instant at, ECKey signer, List<ECKey> all) {

    /** A clock that was put back makes it stale too. */
    boolean isFresh(Instant now) {
      return !now.isBefore(at) && !now.isAfter(at.plus(CACHED));
    }
  }
}
