package dev.switchboard.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * A package of Debian at a version.
 *
 * @param addresses where it may be, in order: the mirror of today, then the one that forgets
 *     nothing
 * @param sha256 what it must be
 */
record DebianPackage(List<URI> addresses, String sha256) {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int EXECUTABLE = 0100;

  /** The C library of Debian 12, as the JDK's own builds want nothing newer. */
  static DebianPackage libc() {
    String file = "pool/main/g/glibc/libc6_2.36-9+deb12u14_" + Machine.architecture() + ".deb";
    return new DebianPackage(
        List.of(
            URI.create("https://deb.debian.org/debian/" + file),
            URI.create("https://snapshot.debian.org/archive/debian/20261101T000000Z/" + file)),
        Machine.architecture().equals("arm64")
            ? "01f4330719fd4f65580e16ea5a0527f372fca750e8f588d26deaf09f2d3b1cf4"
            : "ba4f88f73dbc3ae9055f3c20f4523bfdbaf1ad13ff95e258924f77d20b4fbedf");
  }

  /** Fetches and verifies it, and writes those of its files that are wanted. */
  void unpack(Path root, Predicate<String> wanted) throws IOException, InterruptedException {
    unpack(verified(fetch()), root, wanted);
  }

  private byte[] fetch() throws IOException, InterruptedException {
    IOException failure = new IOException("no address");
    try (HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      for (URI address : addresses) {
        try {
          HttpResponse<byte[]> answer =
              client.send(
                  HttpRequest.newBuilder(address).timeout(TIMEOUT).build(),
                  HttpResponse.BodyHandlers.ofByteArray());
          if (answer.statusCode() == 200) {
            return answer.body();
          }
          failure = new IOException(address + " answers " + answer.statusCode());
        } catch (IOException e) {
          failure = e;
        }
      }
    }
    throw new IOException(
        "can't be fetched: " + addresses + "; --root machine needs none", failure);
  }

  /** The same bytes, if they are those that were meant. */
  byte[] verified(byte[] content) throws IOException {
    try {
      String found = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
      if (!found.equals(sha256)) {
        throw new IOException(addresses + " has the checksum " + found + " and not " + sha256);
      }
      return content;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A package is an ar archive with a tar archive in it. */
  static void unpack(byte[] content, Path root, Predicate<String> wanted) throws IOException {
    try (ArArchiveInputStream parts = new ArArchiveInputStream(new ByteArrayInputStream(content))) {
      for (ArArchiveEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        if (part.getName().equals("data.tar.xz")) {
          unpackData(new XZCompressorInputStream(parts), root, wanted);
          return;
        }
      }
    }
    throw new IOException("a Debian package without data.tar.xz");
  }

  private static void unpackData(InputStream data, Path root, Predicate<String> wanted)
      throws IOException {
    TarArchiveInputStream files = new TarArchiveInputStream(data);
    for (TarArchiveEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
      if (file.isFile() && wanted.test(file.getName())) {
        Path target = root.resolve(file.getName()).normalize();
        if (!target.startsWith(root)) {
          throw new IOException(file.getName() + " leads out of the root");
        }
        Files.createDirectories(target.getParent());
        Files.copy(files, target);
        target.toFile().setExecutable((file.getMode() & EXECUTABLE) != 0, false);
      }
    }
  }
}
