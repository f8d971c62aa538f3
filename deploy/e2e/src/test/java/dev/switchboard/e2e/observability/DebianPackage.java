package dev.switchboard.e2e.observability;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * One file of Debian's archive, known by its checksum: whoever serves it can't change it.
 *
 * @param path below the root of a mirror
 * @param sha256 of the file, in hex
 */
record DebianPackage(String path, String sha256) {
  private static final Duration LONGEST_DOWNLOAD = Duration.ofMinutes(2);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /**
   * The package's bytes.
   *
   * @param mirror such as {@code https://deb.debian.org/debian}
   * @throws IOException when the mirror does not answer with this very file
   */
  byte[] download(String mirror) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(mirror + "/" + path.replace("+", "%2B")))
            .timeout(LONGEST_DOWNLOAD)
            .build();
    try {
      HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IOException("answers " + answer.statusCode());
      }
      return verified(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /**
   * The same bytes.
   *
   * @throws IOException when they are not those of this package
   */
  byte[] verified(byte[] bytes) throws IOException {
    String found = HexFormat.of().formatHex(digest().digest(bytes));
    if (!found.equals(sha256)) {
      throw new IOException("has another file there, with SHA-256 " + found);
    }
    return bytes;
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Puts these files of {@code usr/bin} of a package into the folder, ready to run. */
  static void unpackPrograms(byte[] bytes, Set<String> names, Path folder) throws IOException {
    try (ArArchiveInputStream parts = new ArArchiveInputStream(new ByteArrayInputStream(bytes))) {
      for (ArArchiveEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        if (part.getName().startsWith("data.tar.xz")) {
          unpackData(new XZCompressorInputStream(parts), names, folder);
          return;
        }
      }
    }
    throw new IOException("a package without data.tar.xz");
  }

  private static void unpackData(InputStream data, Set<String> names, Path folder)
      throws IOException {
    TarArchiveInputStream files = new TarArchiveInputStream(data);
    for (TarArchiveEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
      Path name = Path.of(file.getName()).normalize();
      if (name.startsWith("usr/bin") && names.contains(name.getFileName().toString())) {
        Path target = folder.resolve(name.getFileName().toString());
        Files.copy(files, target, StandardCopyOption.REPLACE_EXISTING);
        if (!target.toFile().setExecutable(true)) {
          throw new IOException(target + " can't be made executable");
        }
      }
    }
  }
}
