package dev.switchboard.paymentprovider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The header {@code Stripe-Signature} of a notice. */
public final class Signature {
  /** Its name. */
  public static final String HEADER = "Stripe-Signature";

  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /**
   * The header of a body that is sent at this time.
   *
   * @param secret what both sides know
   * @param time seconds since 1970
   */
  public static String of(String secret, long time, String body) {
    return "t=" + time + ",v1=" + hex(secret, time + "." + body);
  }

  private static String hex(String secret, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
