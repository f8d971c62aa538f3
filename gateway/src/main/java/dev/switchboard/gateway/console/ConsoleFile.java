package dev.switchboard.gateway.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/**
 * One file of the console, ready to be sent.
 *
 * @param zipped the gzip form, when it is worth it
 * @param tag strong ETag of the plain form, without quotes; the dates in a reproducible jar never
 *     change
 */
record ConsoleFile(MediaType type, byte[] plain, byte @Nullable [] zipped, String tag) {
  private static final Set<String> TEXT_ENDINGS =
      Set.of("html", "js", "css", "svg", "json", "map", "txt", "webmanifest");
  private static final int WORTH_BYTES = 1024;

  static ConsoleFile of(String name, byte[] plain) throws IOException {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    boolean text = TEXT_ENDINGS.contains(ending);
    return new ConsoleFile(
        typeOf(name, ending),
        plain,
        text && plain.length >= WORTH_BYTES ? zip(plain) : null,
        hash(plain));
  }

  private static MediaType typeOf(String name, String ending) {
    return switch (ending) {
      case "js" -> MediaType.parseMediaType("text/javascript;charset=UTF-8");
      case "css" -> MediaType.parseMediaType("text/css;charset=UTF-8");
      case "html" -> MediaType.parseMediaType("text/html;charset=UTF-8");
      case "woff2" -> MediaType.parseMediaType("font/woff2");
      default -> MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
    };
  }

  private static byte[] zip(byte[] plain) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream(plain.length / 3);
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(plain);
    }
    return zipped.toByteArray();
  }

  private static String hash(byte[] plain) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(plain);
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
