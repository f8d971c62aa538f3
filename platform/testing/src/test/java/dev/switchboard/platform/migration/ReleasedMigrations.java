package dev.switchboard.platform.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The migrations that are out, from a list of lines with release, file and SHA-256. They are never
 * changed again: a database that has run them refuses others of that name.
 *
 * @param releases the oldest first
 */
record ReleasedMigrations(Set<String> releases, Map<String, Entry> entries) {

  /** One migration that is out. */
  record Entry(String release, String sha256) {}

  static ReleasedMigrations read(List<String> lines) {
    Set<String> releases = new LinkedHashSet<>();
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (String line : lines) {
      if (!line.isBlank() && !line.startsWith("#")) {
        List<String> words = List.of(line.strip().split("\\s+"));
        releases.add(words.getFirst());
        entries.put(words.get(1), new Entry(words.getFirst(), words.get(2)));
      }
    }
    return new ReleasedMigrations(releases, entries);
  }

  /** Those of the first release had no version before them. */
  boolean isFirst(String name) {
    Entry entry = entries.get(name);
    return entry != null && entry.release().equals(releases.iterator().next());
  }

  /** What was done to those that are out, one line each. */
  List<String> altered(Map<String, Path> files) throws IOException {
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, Entry> each : entries.entrySet()) {
      Path file = files.get(each.getKey());
      if (file == null) {
        found.add(each.getKey() + " is out and was removed");
      } else if (!sha256(file).equals(each.getValue().sha256())) {
        found.add(each.getKey() + " is out and was changed; write a new migration");
      }
    }
    return found;
  }

  static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
