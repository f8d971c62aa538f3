package dev.switchboard.user.twostep;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time codes (RFC 6238) as every authenticator app makes them: SHA-1, 30 s, 6
 * digits.
 */
final class Totp {
  static final int STEP_SECONDS = 30;
  static final int DIGITS = 6;

  /** How many steps a clock may be ahead or behind. */
  private static final int DRIFT = 1;

  private static final int MODULUS = 1_000_000;
  private static final Pattern CODE = Pattern.compile("[0-9]{" + DIGITS + "}");

  private Totp() {}

  /** Whether it has the form of a code. */
  static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  /** The number of the newest step near this time that the code belongs to, if it does. */
  static OptionalLong stepOf(byte[] secret, String code, Instant now) {
    long current = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    OptionalLong found = OptionalLong.empty();
    for (long step = current - DRIFT; step <= current + DRIFT; step++) {
      if (MessageDigest.isEqual(ascii(codeAt(secret, step)), ascii(code))) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** The code of a step (RFC 4226, 5.3). */
  static String codeAt(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
      return "%06d".formatted(number % MODULUS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA1", e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
