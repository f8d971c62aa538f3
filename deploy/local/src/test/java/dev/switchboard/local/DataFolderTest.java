package dev.switchboard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path temporary;

  @Test
  void onlyOneLauncherUsesIt() throws IOException {
    DataFolder first = DataFolder.open(temporary);
    assertThatThrownBy(() -> DataFolder.open(temporary))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("Another Switchboard is running with the data in " + temporary);
    first.close();
    DataFolder.open(temporary).close();
  }

  @Test
  void secretsAreMadeOnceAndForItsOwnerOnly() throws IOException {
    String key;
    try (DataFolder folder = DataFolder.open(temporary)) {
      key = folder.secret("master-key");
      assertThat(key).isNotEqualTo(folder.secret("link-key")).hasSize(44);
    }
    try (DataFolder folder = DataFolder.open(temporary)) {
      assertThat(folder.secret("master-key")).isEqualTo(key);
    }
    assertThat(permissions(temporary)).isEqualTo("rwx------");
    assertThat(permissions(temporary.resolve("secrets.properties"))).isEqualTo("rw-------");
  }

  @Test
  void whatIsNoFolderIsTold() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    assertThatThrownBy(() -> DataFolder.open(file))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("can't be used");
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
