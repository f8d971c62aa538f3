package dev.switchboard.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command behind {@code deploy/image/build}: one OCI archive for each program. */
public final class BuildImages {

  private BuildImages() {}

  /** First argument: the project's folder; then the options that a person gives. */
  public static void main(String[] args) throws Exception {
    if (List.of(args).contains("--help")) {
      System.out.print(Options.USAGE);
      return;
    }
    Options options;
    try {
      options = Options.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n\n" + Options.USAGE);
      System.exit(2);
      return;
    }
    Files.createDirectories(options.output());
    Path work = Files.createTempDirectory(options.output(), "unfinished");
    try {
      Path runtime = JavaRuntime.cut(work.resolve("java"));
      Path root = options.base() == null ? options.root().assemble(work.resolve("root")) : null;
      for (Program program : options.programs()) {
        long begun = System.nanoTime();
        Path staged = program.stage(options.project(), work.resolve(program.name()), runtime);
        Path archive = options.output().resolve(program.name() + ".tar");
        String digest = new ProgramImage(program, options).write(staged, root, archive);
        System.out.printf(
            "%s %s %d s%n", archive, digest, (System.nanoTime() - begun) / 1_000_000_000);
        Folders.delete(staged);
      }
    } finally {
      Folders.delete(work);
    }
  }
}
