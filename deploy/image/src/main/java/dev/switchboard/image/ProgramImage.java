package dev.switchboard.image;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The one definition of all images. Layers from what changes seldom to what changes with each
 * commit: root, runtime, libraries of others, libraries of this project, application, cache.
 */
final class ProgramImage {
  private static final FilePermissions FILE = FilePermissions.fromOctalString("444");
  private static final FilePermissions EXECUTABLE = FilePermissions.fromOctalString("555");
  private static final FilePermissions FOLDER = FilePermissions.fromOctalString("755");
  private static final FilePermissions SCRATCH = FilePermissions.fromOctalString("777");
  private static final Predicate<Path> OWN =
      library -> library.getFileName().toString().matches("(platform-service|contracts)-[0-9].*");

  private final Program program;
  private final Options options;

  ProgramImage(Program program, Options options) {
    this.program = program;
    this.options = options;
  }

  /**
   * Writes the OCI archive.
   *
   * @param staged the folder of {@link Program#stage}
   * @param root of our own; null with a base image
   * @return the digest of the image's manifest
   */
  String write(Path staged, @Nullable Path root, Path archive) throws Exception {
    Path app = staged.resolve("app");
    Path java = staged.resolve("java").toRealPath();
    Folders.setTime(app, options.created());
    Folders.setTime(java, options.created());
    if (program.isService()) {
      AotCache.train(java, app, staged.resolve("training.log"));
    }
    JibContainerBuilder image =
        options.base() == null ? Jib.fromScratch() : Jib.from(options.base());
    if (root != null) {
      image.addFileEntriesLayer(folder("root", root, "/").build());
    }
    image.addFileEntriesLayer(folder("runtime", java, JavaRuntime.HOME).build());
    image.addFileEntriesLayer(libraries("dependencies", app, OWN.negate()));
    image.addFileEntriesLayer(libraries("project", app, OWN));
    image.addFileEntriesLayer(files("application", app, List.of(AotCache.JAR, Program.BILL)));
    if (program.isService()) {
      image.addFileEntriesLayer(files("cache", app, List.of(AotCache.FILE)));
      image.setExposedPorts(Set.of(Port.tcp(8080), Port.tcp(8090)));
    }
    image
        .setFormat(ImageFormat.OCI)
        .setPlatforms(Set.of(new Platform(Machine.architecture(), "linux")))
        .setCreationTime(options.created())
        .setUser(RootFiles.USER)
        .setWorkingDirectory(AbsoluteUnixPath.get("/app"))
        .setEnvironment(Map.of("LANG", "C.UTF-8", "PATH", JavaRuntime.HOME + "/bin"))
        .setEntrypoint(program.entrypoint())
        .setLabels(labels());
    String version = program.version(options.project());
    Path cache = staged.resolve("layers");
    Containerizer target =
        Containerizer.to(
                TarImage.at(archive)
                    .named(options.repository() + "/" + program.name() + ":" + version))
            .setOfflineMode(options.base() == null)
            .setApplicationLayersCache(cache)
            .setBaseImageLayersCache(cache)
            .setToolName("switchboard");
    return image.containerize(target).getDigest().toString();
  }

  private Map<String, String> labels() throws IOException {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("org.opencontainers.image.title", "switchboard " + program.name());
    labels.put("org.opencontainers.image.description", program.description());
    labels.put("org.opencontainers.image.version", program.version(options.project()));
    labels.put("org.opencontainers.image.created", options.created().toString());
    labels.put("org.opencontainers.image.licenses", "Apache-2.0");
    labels.put("org.opencontainers.image.vendor", "Switchboard");
    if (!options.revision().isEmpty()) {
      labels.put("org.opencontainers.image.revision", options.revision());
    }
    return labels;
  }

  private FileEntriesLayer.Builder folder(String name, Path source, String target)
      throws IOException {
    FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
    for (Path file : Folders.walk(source)) {
      if (!file.equals(source)) {
        add(
            layer,
            file,
            target.equals("/")
                ? "/" + source.relativize(file)
                : target + "/" + source.relativize(file));
      }
    }
    if (target.equals("/")) {
      Path scratch = Files.createDirectories(source.resolveSibling("scratch"));
      layer.addEntry(scratch, AbsoluteUnixPath.get("/tmp"), SCRATCH, options.created());
    }
    return layer;
  }

  private FileEntriesLayer libraries(String name, Path app, Predicate<Path> wanted)
      throws IOException {
    FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
    List<Path> libraries = Folders.list(app.resolve("lib")).stream().filter(wanted).toList();
    for (Path library : libraries) {
      add(layer, library, "/app/lib/" + library.getFileName());
    }
    return layer.build();
  }

  private FileEntriesLayer files(String name, Path app, List<String> files) {
    FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
    for (String file : files) {
      if (Files.exists(app.resolve(file))) {
        add(layer, app.resolve(file), "/app/" + file);
      }
    }
    return layer.build();
  }

  /** Nobody may write to anything, whoever runs it. */
  private void add(FileEntriesLayer.Builder layer, Path file, String target) {
    Instant time = options.created();
    FilePermissions permissions =
        Files.isDirectory(file) ? FOLDER : Files.isExecutable(file) ? EXECUTABLE : FILE;
    layer.addEntry(file, AbsoluteUnixPath.get(target), permissions, time);
  }
}
