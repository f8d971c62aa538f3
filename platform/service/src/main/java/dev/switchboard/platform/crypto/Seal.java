package dev.switchboard.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;

/**
 * Seals short secrets with AES-256-GCM, so that tables and topics hold none in clear. While a key
 * is being changed there are several: the first one seals, and what any of them sealed opens.
 */
public final class Seal {
  private static final int KEY_BYTES = 32;

  private final List<AesGcmBytesEncryptor> encryptors;

  /**
   * @param base64Keys 32 random bytes in base64; several with commas between them
   * @throws IllegalArgumentException when it is anything else
   */
  public Seal(String base64Keys) {
    this.encryptors = Arrays.stream(base64Keys.split(",", -1)).map(Seal::encryptor).toList();
  }

  private static AesGcmBytesEncryptor encryptor(String base64Key) {
    byte[] key = Base64.getDecoder().decode(base64Key.strip());
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a sealing key has 32 bytes, this one " + key.length);
    }
    return AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(key, "AES")).build();
  }

  /** The sealed secret in base64; different each time. */
  public String seal(String secret) {
    return Base64.getEncoder()
        .encodeToString(encryptors.getFirst().encrypt(secret.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * @throws IllegalStateException when it was sealed with another key or altered
   */
  public String open(String sealed) {
    byte[] bytes = Base64.getDecoder().decode(sealed);
    return encryptors.stream()
        .flatMap(encryptor -> tryToOpen(encryptor, bytes).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("sealed with another key, or altered"));
  }

  /**
   * The same secret sealed with the first key; nothing when it is already.
   *
   * @throws IllegalStateException when it was sealed with another key or altered
   */
  public Optional<String> renewed(String sealed) {
    byte[] bytes = Base64.getDecoder().decode(sealed);
    return tryToOpen(encryptors.getFirst(), bytes).isPresent()
        ? Optional.empty()
        : Optional.of(seal(open(sealed)));
  }

  private static Optional<String> tryToOpen(AesGcmBytesEncryptor encryptor, byte[] bytes) {
    try {
      return Optional.of(new String(encryptor.decrypt(bytes), StandardCharsets.UTF_8));
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }
}
