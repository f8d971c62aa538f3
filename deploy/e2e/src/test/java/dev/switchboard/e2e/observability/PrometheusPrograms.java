package dev.switchboard.e2e.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code prometheus} and {@code promtool}: those of the machine, else those of a Debian package
 * that is fetched once. Both packages are of releases that get no new versions any more or seldom,
 * and either will do, so that an exchange in one of them breaks no build.
 */
final class PrometheusPrograms {
  private static final Set<String> NAMES = Set.of("prometheus", "promtool");
  private static final String POOL = "pool/main/p/prometheus/prometheus_";

  private static final Map<String, List<DebianPackage>> PACKAGES =
      Map.of(
          "amd64",
              List.of(
                  new DebianPackage(
                      POOL + "2.42.0+ds-5+deb12u1_amd64.deb",
                      "81d59a24fce84f7fbe97a45a4f2914b6a5881b5cd1db2a6a0e129e515e1a5f55"),
                  new DebianPackage(
                      POOL + "2.53.3+ds1-2_amd64.deb",
                      "58c3e6a86c56cb3bfd71032fa48d65945d526441a212f5815dfe5ed9cb787ecc")),
          "aarch64",
              List.of(
                  new DebianPackage(
                      POOL + "2.42.0+ds-5+deb12u1_arm64.deb",
                      "ca131aa102390083398afbc80be9c8dd1dda78f9f92154fc00df8f7f1f4556e9"),
                  new DebianPackage(
                      POOL + "2.53.3+ds1-2_arm64.deb",
                      "59b459dee0ceef9c645a98166ea00f0d10946391a5d486505360e2d21cd1ddec")));

  /** Any of them will do, since the checksum is ours. The last two keep what the others drop. */
  private static final List<String> MIRRORS =
      List.of(
          "https://deb.debian.org/debian",
          "http://deb.debian.org/debian",
          "https://archive.debian.org/debian",
          "https://snapshot.debian.org/archive/debian/20260801T000000Z");

  private static final Pattern MIRROR_OF_APT =
      Pattern.compile("(?m)^(?:URIs:|deb)\\s.*?(https?://\\S+?/debian)/?(?:\\s|$)");
  private static final Pattern VERSION = Pattern.compile("version (\\d+)\\.(\\d+)\\.");
  private static final int OLDEST_MINOR_OF_2 = 42;

  private final Path folder;

  private PrometheusPrograms(Path folder) {
    this.folder = folder;
  }

  private static final class Holder {
    private static final PrometheusPrograms FOUND = find();
  }

  /** The programs; the first call may fetch some 19 MB. */
  static PrometheusPrograms get() {
    return Holder.FOUND;
  }

  Path prometheus() {
    return folder.resolve("prometheus");
  }

  Path promtool() {
    return folder.resolve("promtool");
  }

  private static PrometheusPrograms find() {
    return onThePath().map(PrometheusPrograms::new).orElseGet(PrometheusPrograms::fetched);
  }

  private static Optional<Path> onThePath() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .map(Path::of)
        .filter(PrometheusPrograms::hasBoth)
        .filter(each -> isRecent(Program.run(each.resolve("promtool"), "--version").output()))
        .findFirst();
  }

  private static boolean hasBoth(Path folder) {
    return NAMES.stream().allMatch(name -> Files.isExecutable(folder.resolve(name)));
  }

  /** Whether it knows all that rules and queries use. */
  static boolean isRecent(String version) {
    return VERSION
        .matcher(version)
        .results()
        .findFirst()
        .map(found -> number(found, 1) > 2 || number(found, 2) >= OLDEST_MINOR_OF_2)
        .orElse(false);
  }

  private static int number(MatchResult found, int group) {
    return Integer.parseInt(found.group(group));
  }

  private static PrometheusPrograms fetched() {
    String system = System.getProperty("os.name");
    List<DebianPackage> packages = PACKAGES.get(System.getProperty("os.arch"));
    if (!system.equals("Linux") || packages == null) {
      throw new IllegalStateException(
          "Debian has no Prometheus for %s on %s: put prometheus and promtool 2.%d or newer on the PATH"
              .formatted(system, System.getProperty("os.arch"), OLDEST_MINOR_OF_2));
    }
    List<String> failures = new ArrayList<>();
    for (DebianPackage each : packages) {
      try {
        return new PrometheusPrograms(cached(each, failures));
      } catch (IOException e) {
        failures.add(e.toString());
      }
    }
    throw new IllegalStateException("Prometheus can't be fetched: " + failures);
  }

  private static Path cached(DebianPackage wanted, List<String> failures) throws IOException {
    Path cache = cache();
    Path folder = cache.resolve("prometheus-" + wanted.sha256().substring(0, 16));
    if (hasBoth(folder)) {
      return folder;
    }
    byte[] bytes = download(wanted, failures);
    Path unpacked = Files.createTempDirectory(cache, "prometheus-");
    DebianPackage.unpackPrograms(bytes, NAMES, unpacked);
    try {
      return Files.move(unpacked, folder);
    } catch (IOException anotherWasFaster) {
      if (hasBoth(folder)) {
        return folder;
      }
      throw anotherWasFaster;
    }
  }

  /** Kept over builds in the user's home, where there is one. */
  private static Path cache() throws IOException {
    try {
      return Files.createDirectories(
          Path.of(System.getProperty("user.home"), ".cache", "switchboard"));
    } catch (IOException homeless) {
      return Files.createDirectories(Path.of("target", "cache"));
    }
  }

  private static byte[] download(DebianPackage wanted, List<String> failures) throws IOException {
    Set<String> mirrors = new LinkedHashSet<>(MIRRORS.subList(0, 2));
    mirrors.addAll(mirrorsOfApt());
    mirrors.addAll(MIRRORS);
    for (String mirror : mirrors) {
      try {
        return wanted.download(mirror);
      } catch (IOException e) {
        failures.add("%s %s".formatted(mirror, e.getMessage()));
      }
    }
    throw new IOException("no mirror has " + wanted.path());
  }

  private static List<String> mirrorsOfApt() {
    Path lists = Path.of("/etc/apt");
    if (!Files.isDirectory(lists)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(lists)) {
      return files
          .filter(file -> file.toString().matches(".*/sources\\.list.*") && Files.isReadable(file))
          .filter(Files::isRegularFile)
          .flatMap(file -> mirrorsIn(file).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> mirrorsIn(Path file) {
    try {
      return MIRROR_OF_APT
          .matcher(Files.readString(file, StandardCharsets.UTF_8))
          .results()
          .map(found -> found.group(1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
