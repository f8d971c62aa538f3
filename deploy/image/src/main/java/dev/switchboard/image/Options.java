package dev.switchboard.image;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the command is told.
 *
 * @param base an image of a registry, by digest, on which ours are built; null: a root of our own
 * @param revision the commit, for the label; empty: unknown
 * @param created the time of every file and of the image
 */
record Options(
    Path project,
    Path output,
    String repository,
    @Nullable String base,
    RootFiles root,
    String revision,
    Instant created,
    List<Program> programs) {
  static final String USAGE =
      """
      Makes an OCI archive of each program: deploy/image/build [options] [program ...]

        --output FOLDER      where they are written; default: deploy/image/target/images
        --repository NAME    in front of the program's name; default: switchboard
        --base IMAGE@sha256:DIGEST
                             build on an image of a registry, instead of a root of our own
        --root debian        our own root from Debian's C library, fetched and verified (default)
        --root machine       our own root from this machine's C library, without a network
        --revision COMMIT    for the label org.opencontainers.image.revision
        --created TIME       ISO 8601; the same time makes the same layers; default: the build's
      """;

  private static final Pattern BY_DIGEST = Pattern.compile("[^@\\s]+@sha256:[0-9a-f]{64}");
  private static final Instant BUILD = Instant.parse("2026-11-01T00:00:00Z");

  /** A complaint that its reader understands is the message of the exception. */
  static Options parse(String... args) {
    Path project = Path.of(args[0]).toAbsolutePath();
    Options options =
        new Options(
            project,
            project.resolve("deploy/image/target/images"),
            "switchboard",
            null,
            RootFiles.DEBIAN,
            "",
            BUILD,
            List.of());
    List<Program> programs = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      if (args[i].startsWith("--")) {
        if (i + 1 == args.length) {
          throw new IllegalArgumentException(args[i] + " needs a value, or is unknown");
        }
        options = options.with(args[i], args[++i]);
      } else {
        programs.add(Program.named(args[i]));
      }
    }
    return options.with(programs.isEmpty() ? Program.ALL : programs);
  }

  private Options with(String option, String value) {
    return switch (option) {
      case "--output" ->
          with(project, Path.of(value).toAbsolutePath(), repository, base, root, revision, created);
      case "--repository" -> with(project, output, value, base, root, revision, created);
      case "--base" -> {
        if (!BY_DIGEST.matcher(value).matches()) {
          throw new IllegalArgumentException("--base must have a digest: IMAGE@sha256:…");
        }
        yield with(project, output, repository, value, root, revision, created);
      }
      case "--root" -> with(project, output, repository, base, root(value), revision, created);
      case "--revision" -> with(project, output, repository, base, root, value, created);
      case "--created" ->
          with(project, output, repository, base, root, revision, Instant.parse(value));
      default -> throw new IllegalArgumentException("there is no option " + option);
    };
  }

  private static RootFiles root(String value) {
    try {
      return RootFiles.valueOf(value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException("--root is debian or machine", unknown);
    }
  }

  private Options with(
      Path project,
      Path output,
      String repository,
      @Nullable String base,
      RootFiles root,
      String revision,
      Instant created) {
    return new Options(project, output, repository, base, root, revision, created, programs);
  }

  private Options with(List<Program> programs) {
    return new Options(project, output, repository, base, root, revision, created, programs);
  }
}
