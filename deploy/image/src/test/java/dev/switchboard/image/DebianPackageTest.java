package dev.switchboard.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebianPackageTest {
  @TempDir private Path root;

  @Test
  @DisplayName("Of a package, the wanted files are unpacked, executable as they were")
  void unpacksWhatIsWanted() throws IOException {
    byte[] content = debianPackage("./lib/libc.so.6", "./usr/bin/sh");

    DebianPackage.unpack(content, root, path -> path.contains("libc"));

    assertThat(root.resolve("lib/libc.so.6")).hasContent("of ./lib/libc.so.6").isExecutable();
    assertThat(root.resolve("usr")).doesNotExist();
  }

  @Test
  @DisplayName("A package with another checksum than the written one is refused")
  void otherContentIsRefused() throws Exception {
    byte[] content = debianPackage("./lib/libc.so.6");
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    DebianPackage meant = new DebianPackage(List.of(URI.create("http://localhost:1/a")), sha256);
    assertThat(meant.verified(content)).isSameAs(content);

    content[0] ^= 1;
    assertThatThrownBy(() -> meant.verified(content)).hasMessageContaining(sha256);
  }

  @Test
  @DisplayName("A file that leads out of the root is refused")
  void escapeIsRefused() throws IOException {
    byte[] content = debianPackage("./../libc.so.6");

    assertThatThrownBy(() -> DebianPackage.unpack(content, root, path -> true))
        .hasMessageContaining("leads out");
  }

  private static byte[] debianPackage(String... files) throws IOException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new XZCompressorOutputStream(data))) {
      for (String file : files) {
        byte[] content = ("of " + file).getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(file, true);
        entry.setSize(content.length);
        entry.setMode(0755);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (ArArchiveOutputStream ar = new ArArchiveOutputStream(all)) {
      ar.putArchiveEntry(new ArArchiveEntry("data.tar.xz", data.size()));
      ar.write(data.toByteArray());
      ar.closeArchiveEntry();
    }
    return all.toByteArray();
  }
}
