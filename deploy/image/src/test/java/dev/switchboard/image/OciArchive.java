package dev.switchboard.image;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OCI archive, unpacked: blobs by digest, and what its index leads to. */
final class OciArchive {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;

  private OciArchive(Path folder) {
    this.folder = folder;
  }

  /** A file or folder in a layer. */
  record Entry(String path, boolean isFolder, int mode, long user, Instant time) {}

  static OciArchive unpack(Path archive, Path folder) throws IOException {
    try (InputStream content = new BufferedInputStream(Files.newInputStream(archive))) {
      extract(content, folder);
    }
    return new OciArchive(folder);
  }

  JsonNode index() {
    return read(folder.resolve("index.json"));
  }

  JsonNode manifest() {
    return read(blob(index().path("manifests").get(0)));
  }

  JsonNode config() {
    return read(blob(manifest().path("config")));
  }

  /** What each layer has, from the lowest to the highest. */
  List<List<Entry>> layers() throws IOException {
    List<List<Entry>> layers = new ArrayList<>();
    for (JsonNode layer : manifest().path("layers")) {
      List<Entry> entries = new ArrayList<>();
      try (TarArchiveInputStream files = new TarArchiveInputStream(open(layer))) {
        for (TarArchiveEntry each = files.getNextEntry();
            each != null;
            each = files.getNextEntry()) {
          entries.add(
              new Entry(
                  each.getName().replaceAll("^/|/$", ""),
                  each.isDirectory(),
                  each.getMode() & 0777,
                  each.getLongUserId(),
                  each.getLastModifiedTime().toInstant()));
        }
      }
      layers.add(entries);
    }
    return layers;
  }

  /** Lays all layers over each other, as an engine does. */
  Path extractRoot(Path root) throws IOException {
    for (JsonNode layer : manifest().path("layers")) {
      try (InputStream content = open(layer)) {
        extract(content, root);
      }
    }
    return root;
  }

  /** Digests and sizes that are not those of the bytes they stand for. */
  List<String> wrongDigests() throws IOException {
    List<String> wrong = new ArrayList<>();
    check(index().path("manifests").get(0), wrong);
    check(manifest().path("config"), wrong);
    JsonNode uncompressed = config().path("rootfs").path("diff_ids");
    JsonNode layers = manifest().path("layers");
    for (int i = 0; i < layers.size(); i++) {
      if (check(layers.get(i), wrong)) {
        try (InputStream content = open(layers.get(i))) {
          if (!("sha256:" + digest(content)).equals(uncompressed.path(i).asString())) {
            wrong.add("diff_id " + i);
          }
        }
      }
    }
    return wrong;
  }

  /** Notes a blob that is not what its descriptor says. */
  boolean check(JsonNode descriptor, List<String> wrong) throws IOException {
    String digest = descriptor.path("digest").asString();
    Path blob = blob(descriptor);
    try (InputStream content = Files.newInputStream(blob)) {
      if (Files.size(blob) == descriptor.path("size").asLong()
          && ("sha256:" + digest(content)).equals(digest)) {
        return true;
      }
    }
    wrong.add(digest);
    return false;
  }

  Path blob(JsonNode descriptor) {
    return folder.resolve("blobs/" + descriptor.path("digest").asString().replace(':', '/'));
  }

  private InputStream open(JsonNode layer) throws IOException {
    return new BufferedInputStream(
        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(blob(layer)))));
  }

  private static void extract(InputStream content, Path folder) throws IOException {
    TarArchiveInputStream files = new TarArchiveInputStream(content);
    for (TarArchiveEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
      Path target = folder.resolve(file.getName().replaceAll("^/", "")).normalize();
      if (!target.startsWith(folder)) {
        throw new IOException(file.getName() + " leads out of the archive");
      }
      if (file.isDirectory()) {
        Files.createDirectories(target);
      } else {
        Files.createDirectories(target.getParent());
        Files.copy(files, target);
        target.toFile().setExecutable((file.getMode() & 0111) != 0, false);
        Files.setLastModifiedTime(target, file.getLastModifiedTime());
      }
    }
  }

  private static String digest(InputStream content) throws IOException {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      try (DigestInputStream all = new DigestInputStream(content, sha256)) {
        all.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode read(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      return JSON.readTree(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
