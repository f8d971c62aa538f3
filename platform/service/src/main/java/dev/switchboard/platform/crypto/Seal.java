package dev.switchboard.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;

/** Seals short secrets with AES-256-GCM, so that tables and topics hold none in clear. */
public final class Seal {
  private static final int KEY_BYTES = 32;

  private final AesGcmBytesEncryptor encryptor;

  /**
   * @param base64Key 32 random bytes in base64
   * @throws IllegalArgumentException when it is anything else
   */
  public Seal(String base64Key) {
    byte[] key = Base64.getDecoder().decode(base64Key);
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a sealing key has 32 bytes, this one " + key.length);
    }
    this.encryptor = AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(key, "AES")).build();
  }

  /** The sealed secret in base64; different each time. */
  public String seal(String secret) {
    return Base64.getEncoder()
        .encodeToString(encryptor.encrypt(secret.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * @throws IllegalStateException when it was sealed with another key or altered
   */
  public String open(String sealed) {
    return new String(
        encryptor.decrypt(Base64.getDecoder().decode(sealed)), StandardCharsets.UTF_8);
  }
}
