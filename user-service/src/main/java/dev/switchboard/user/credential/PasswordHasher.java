package dev.switchboard.user.credential;

import dev.switchboard.platform.problem.ProblemException;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id (RFC 9106), a few at a time: whoever floods sign-in waits for a permit, and everything
 * that needs no password goes on. Hashing runs on threads of its own, because a virtual thread that
 * computes gives its carrier, of which there is one per core, to nobody else.
 */
@Component
public class PasswordHasher implements AutoCloseable {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final Argon2PasswordEncoder argon2;
  private final Bulkhead bulkhead;
  private final ExecutorService threads;
  private final String hashOfNobody;

  PasswordHasher(CredentialProperties properties) {
    this.argon2 =
        new Argon2PasswordEncoder(
            SALT_BYTES,
            HASH_BYTES,
            LANES,
            properties.argon2().memoryKib(),
            properties.argon2().iterations());
    this.bulkhead =
        Bulkhead.of(
            "password-hash",
            BulkheadConfig.custom()
                .maxConcurrentCalls(properties.hashPermits())
                .maxWaitDuration(properties.hashWait())
                .fairCallHandlingStrategyEnabled(true)
                .build());
    this.threads =
        Executors.newFixedThreadPool(
            properties.hashPermits(),
            Thread.ofPlatform().name("password-hash-", 0).daemon().factory());
    this.hashOfNobody = encode("the password of nobody");
  }

  /**
   * The hash with its salt and cost.
   *
   * @throws ProblemException {@code service.unavailable} when too many wait
   */
  public String hash(String password) {
    return withPermit(() -> encode(password));
  }

  /**
   * The hash of a password that is to follow another; nothing when it is the same one.
   *
   * @throws ProblemException {@code service.unavailable} when too many wait
   */
  public Optional<String> hashUnlessSame(String password, String presentHash) {
    return withPermit(() ->
        argon2.matches(password, presentHash)
            ? Optional.<String>empty()
            : Optional.of(encode(password)));
  }

  /** Whether the password has this hash. Without a hash it takes as long and is false (A3). */
  public boolean matches(String password, @Nullable String hash) {
    boolean matches =
        withPermit(() -> argon2.matches(password, hash == null ? hashOfNobody : hash));
    return hash != null && matches;
  }

  @Override
  public void close() {
    threads.close();
  }

  private String encode(String password) {
    String hash = argon2.encode(password);
    if (hash == null) {
      throw new IllegalStateException("a password always has a hash");
    }
    return hash;
  }

  private <T> T withPermit(Supplier<T> work) {
    try {
      return bulkhead.executeSupplier(() -> CompletableFuture.supplyAsync(work, threads).join());
    } catch (BulkheadFullException e) {
      throw new ProblemException(
              CredentialError.BUSY, "Many people sign in right now. Please try again.", e)
          .retryAfter(RETRY_AFTER);
    }
  }
}
