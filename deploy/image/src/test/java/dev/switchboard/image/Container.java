package dev.switchboard.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a program in /app with an extracted root as its own, where this machine lets us (a user
 * namespace); else the same files at another place, with this machine's C library.
 */
final class Container {
  private final Path root;
  private final boolean isolated;

  private Container(Path root, boolean isolated) {
    this.root = root;
    this.isolated = isolated;
  }

  static Container of(Path root) throws IOException, InterruptedException {
    for (String folder : List.of("dev", "proc", "tmp")) {
      Files.createDirectories(root.resolve(folder));
    }
    Container isolated = new Container(root, true);
    try {
      isolated.run(
          List.of("/opt/java/bin/java", "-version"), Map.of(), root.resolveSibling("probe.log"));
      return isolated;
    } catch (IOException notAllowed) {
      return new Container(root, false);
    }
  }

  /** What it says; an end with anything but 0 is an exception. */
  String run(List<String> command, Map<String, String> environment, Path log)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    if (isolated) {
      line.addAll(
          List.of(
              "/usr/bin/env",
              "unshare",
              "--map-root-user",
              "--mount",
              "/bin/sh",
              "-c",
              "mount --rbind /dev \"$0/dev\" && mount --rbind /proc \"$0/proc\""
                  + " && exec unshare --root=\"$0\" --wd=/app \"$@\"",
              root.toString()));
      line.addAll(command);
    } else {
      command.forEach(each -> line.add(each.startsWith("/") ? root + each : each));
    }
    Command.run(line, root.resolve("app"), environment(environment), log);
    return Files.readString(log);
  }

  private static Map<String, String> environment(Map<String, String> its) {
    Map<String, String> all = new HashMap<>(its);
    all.put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    return all;
  }
}
