package dev.switchboard.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The few files that a Java runtime needs below it: the C library, a user, where names come from.
 */
enum RootFiles {
  /** From Debian's package, whose checksum is written here. */
  DEBIAN {
    @Override
    void copyLibraries(Path root) throws IOException, InterruptedException {
      DebianPackage.libc().unpack(root, RootFiles::isNeeded);
    }
  },

  /** From the machine that builds. */
  MACHINE {
    @Override
    void copyLibraries(Path root) throws IOException {
      Path libraries = Path.of("/lib", Machine.triplet());
      for (Path file : Folders.list(libraries)) {
        if (isNeeded(file.toString())) {
          copy(file, root);
        }
      }
      Path loader = Path.of(Machine.loader());
      if (!loader.startsWith(libraries)) {
        copy(loader, root);
      }
    }
  };

  /** The user that all images run as. */
  static final String USER = "10001:10001";

  private static final List<String> LIBRARIES =
      List.of(
          "libc.so.6",
          "libm.so.6",
          "libdl.so.2",
          "libpthread.so.0",
          "librt.so.1",
          "libresolv.so.2",
          "libnss_files.so.2",
          "libnss_dns.so.2");

  abstract void copyLibraries(Path root) throws IOException, InterruptedException;

  /** Makes the root in a folder that is not there yet. */
  Path assemble(Path root) throws IOException, InterruptedException {
    Files.createDirectories(root.resolve("etc"));
    copyLibraries(root);
    Path loader = root.resolve(Machine.loader().substring(1));
    if (!Files.exists(loader)) {
      Files.createDirectories(loader.getParent());
      Files.copy(
          root.resolve("lib").resolve(Machine.triplet()).resolve(loader.getFileName()), loader);
    }
    Files.writeString(
        root.resolve("etc/passwd"),
        "root:x:0:0:root:/:/nonexistent\nswitchboard:x:10001:10001::/app:/nonexistent\n");
    Files.writeString(root.resolve("etc/group"), "root:x:0:\nswitchboard:x:10001:\n");
    Files.writeString(root.resolve("etc/nsswitch.conf"), "hosts: files dns\n");
    return root;
  }

  /** Whether a file of Debian's libc6 is one of those. */
  static boolean isNeeded(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return LIBRARIES.contains(name)
        || name.equals(Path.of(Machine.loader()).getFileName().toString())
        || path.endsWith("/doc/libc6/copyright");
  }

  /** Follows links: a root of files only can be written by any tool. */
  private static void copy(Path file, Path root) throws IOException {
    Path target = root.resolve(file.toString().substring(1));
    Files.createDirectories(target.getParent());
    Files.copy(file, target);
    target.toFile().setExecutable(true, false);
  }
}
