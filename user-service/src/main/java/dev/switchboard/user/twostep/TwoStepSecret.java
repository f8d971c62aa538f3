package dev.switchboard.user.twostep;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a user's authenticator app and we share.
 *
 * @param bytes 160 random bits, as RFC 4226 recommends
 */
record TwoStepSecret(byte[] bytes) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 20;

  static TwoStepSecret next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new TwoStepSecret(bytes);
  }

  static TwoStepSecret parse(String text) {
    return new TwoStepSecret(Base64.getDecoder().decode(text));
  }

  /** For {@link #parse}, to be sealed. */
  String asText() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** To be typed into an app. */
  String asBase32() {
    return Base32.encode(bytes);
  }

  /** For the QR code that apps read. */
  String asUri(String issuer, String address) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
        .formatted(
            encode(issuer),
            encode(address),
            asBase32(),
            encode(issuer),
            Totp.DIGITS,
            Totp.STEP_SECONDS);
  }

  @Override
  public String toString() {
    return "TwoStepSecret";
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
