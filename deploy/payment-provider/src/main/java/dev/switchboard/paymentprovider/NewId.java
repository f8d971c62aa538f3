package dev.switchboard.paymentprovider;

import java.security.SecureRandom;

/** Ids as the interface has them: a prefix that tells the kind, then letters and digits. */
final class NewId {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String SYMBOLS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 24;

  private NewId() {}

  static String of(String prefix) {
    StringBuilder id = new StringBuilder(prefix).append('_');
    for (int i = 0; i < LENGTH; i++) {
      id.append(SYMBOLS.charAt(RANDOM.nextInt(SYMBOLS.length())));
    }
    return id.toString();
  }
}
