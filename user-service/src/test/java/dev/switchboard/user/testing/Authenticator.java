package dev.switchboard.user.testing;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on a user's phone (RFC 6238), written apart from the service's own code. */
public final class Authenticator {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final byte[] secret;
  private final Clock clock;

  public Authenticator(String base32, Clock clock) {
    this.secret = decode(base32);
    this.clock = clock;
  }

  /** The code that it shows so many steps of 30 s from now. */
  public String code(int steps) {
    long step = clock.instant().getEpochSecond() / 30 + steps;
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int offset = hash[19] & 15;
      long number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffffL;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A code that is none of this minute. */
  public String wrongCode() {
    int number = 0;
    while (isNear("%06d".formatted(number))) {
      number++;
    }
    return "%06d".formatted(number);
  }

  private boolean isNear(String code) {
    for (int steps = -3; steps <= 3; steps++) {
      if (code(steps).equals(code)) {
        return true;
      }
    }
    return false;
  }

  private static byte[] decode(String base32) {
    BigInteger bits = BigInteger.ONE; // keeps leading zeros
    for (int i = 0; i < base32.length(); i++) {
      bits = bits.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(base32.charAt(i))));
    }
    byte[] all = bits.toByteArray();
    return java.util.Arrays.copyOfRange(all, 1, all.length);
  }
}
