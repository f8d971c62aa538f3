package dev.switchboard.image;

import dev.switchboard.image.OciArchive.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** What an image of a service must be; each broken rule is one sentence. */
final class ImageRules {
  private static final int WRITABLE = 0222;
  private static final int WRITABLE_BY_OTHERS = 0022;

  private static final List<Predicate<String>> LAYERS =
      List.of(
          path -> path.matches("(lib|lib64|usr|etc|tmp)(/.*)?"),
          path -> path.matches("opt(/java(/.*)?)?"),
          path -> path.matches("app(/lib(/(?!(platform-service|contracts)-)[^/]*\\.jar)?)?"),
          path -> path.matches("app(/lib(/(platform-service|contracts)-[^/]*\\.jar)?)?"),
          path -> path.matches("app(/(application\\.jar|bom\\.json))?"),
          path -> path.matches("app(/application\\.aot)?"));

  private ImageRules() {}

  static List<String> broken(JsonNode config, List<List<Entry>> layers, Instant created) {
    List<String> broken = new ArrayList<>();
    JsonNode run = config.path("config");
    require(broken, run.path("User").asString("").matches("[1-9]\\d{4,}:\\d+"), "runs as root");
    String program = run.path("Entrypoint").path(0).asString("");
    require(broken, program.equals("/opt/java/bin/java"), "does not start Java itself");
    require(
        broken,
        run.path("Entrypoint").toString().contains("-XX:AOTCache=application.aot"),
        "does not use its cache");
    require(broken, run.path("WorkingDir").asString("").equals("/app"), "works elsewhere");
    for (String label : List.of("title", "version", "created", "licenses", "description")) {
      require(
          broken,
          run.path("Labels").has("org.opencontainers.image." + label),
          "has no label " + label);
    }
    require(broken, created.equals(instant(config.path("created"))), "has another time");
    require(broken, layers.size() == LAYERS.size(), "has " + layers.size() + " layers");
    for (int i = 0; i < Math.min(layers.size(), LAYERS.size()); i++) {
      boolean filled = false;
      for (Entry entry : layers.get(i)) {
        filled |= !entry.isFolder();
        require(broken, LAYERS.get(i).test(entry.path()), "layer " + i + " has " + entry.path());
        check(broken, entry, created);
      }
      require(broken, filled, "layer " + i + " is empty");
    }
    return broken;
  }

  private static void check(List<String> broken, Entry entry, Instant created) {
    String path = entry.path();
    require(broken, entry.user() == 0, path + " belongs to who runs it");
    if (entry.isFolder()) {
      boolean scratch = path.equals("tmp");
      require(
          broken, scratch || (entry.mode() & WRITABLE_BY_OTHERS) == 0, path + " may be changed");
    } else {
      require(broken, (entry.mode() & WRITABLE) == 0, path + " may be written");
      require(broken, created.equals(entry.time()), path + " has another time");
      require(
          broken,
          !path.matches("(.*/)?(sh|bash|dash|busybox|apt|dpkg|curl|wget)"),
          path + " is a tool for intruders");
    }
  }

  private static Instant instant(JsonNode text) {
    return Instant.parse(text.asString("1970-01-01T00:00:00Z"));
  }

  private static void require(List<String> broken, boolean holds, String sentence) {
    if (!holds) {
      broken.add(sentence);
    }
  }
}
