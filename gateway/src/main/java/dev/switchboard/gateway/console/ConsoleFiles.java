package dev.switchboard.gateway.console;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All files of the console, read and compressed once at start; a few megabytes. */
@Component
class ConsoleFiles {
  private static final Logger log = LoggerFactory.getLogger(ConsoleFiles.class);
  private static final String ROOT = "/static/";
  private static final String START_PAGE = "/index.html";

  private final Map<String, ConsoleFile> files;

  ConsoleFiles() throws IOException {
    Map<String, ConsoleFile> found = new HashMap<>();
    for (Resource file :
        new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "**")) {
      String url = file.getURL().toString();
      String path = url.substring(url.lastIndexOf(ROOT) + ROOT.length() - 1);
      if (!path.endsWith("/") && file.isReadable()) {
        try (InputStream content = file.getInputStream()) {
          found.put(path, ConsoleFile.of(path, content.readAllBytes()));
        }
      }
    }
    if (!found.containsKey(START_PAGE)) {
      log.warn("This build is without the console (-Dconsole.skip): only the API answers");
    }
    this.files = Map.copyOf(found);
  }

  /** The file at this path, such as {@code /assets/index-1a2b.js}. */
  Optional<ConsoleFile> at(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /** What every address of the console shows; it finds its page by itself. */
  Optional<ConsoleFile> startPage() {
    return at(START_PAGE);
  }
}
