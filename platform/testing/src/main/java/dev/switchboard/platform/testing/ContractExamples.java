package dev.switchboard.platform.testing;

import dev.switchboard.platform.time.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The example files of contracts/, those of today and those of each release: records of then still
 * lie in topics, and whoever was built on then still writes.
 */
public final class ContractExamples {
  private static final Path CONTRACTS = Path.of("../contracts");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** All ids of the examples begin alike. */
  private static final Pattern IDS = Pattern.compile("01998f[0-9a-f-]{30}");

  private ContractExamples() {}

  /**
   * One example.
   *
   * @param type ce_type
   * @param release such as {@code 1.0}, or {@code today}
   * @param name such as full or minimal
   */
  public record Example(String type, String release, String name, Path file) {

    /** Its data, with ids of its own so that tests do not meet. */
    public JsonNode withFreshIds() {
      Map<String, String> fresh = new HashMap<>();
      try {
        return JSON.readTree(
            IDS.matcher(Files.readString(file))
                .replaceAll(id -> fresh.computeIfAbsent(id.group(), any -> Ids.next().toString())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String toString() {
      return "%s %s of %s".formatted(type, name, release);
    }
  }

  /** Every example of the type, of today and of all releases that have it. */
  public static List<Example> of(String type) {
    return Stream.concat(Stream.of(CONTRACTS), releases().stream())
        .map(root -> root.resolve("events").resolve(type).resolve("examples"))
        .filter(Files::isDirectory)
        .flatMap(folder -> list(folder).stream())
        .map(file -> new Example(type, releaseOf(file), nameOf(file), file))
        .toList();
  }

  /** Those of releases only. */
  public static List<Example> released(String type) {
    return of(type).stream().filter(example -> !example.release().equals("today")).toList();
  }

  /** The folders of all releases. */
  public static List<Path> releases() {
    return list(CONTRACTS.resolve("released"));
  }

  private static String releaseOf(Path file) {
    Path root = file.resolve("../../../..").normalize();
    return root.equals(CONTRACTS) ? "today" : root.getFileName().toString();
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString().replace(".json", "");
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
