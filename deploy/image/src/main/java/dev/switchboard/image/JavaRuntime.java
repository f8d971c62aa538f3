package dev.switchboard.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A Java runtime with what the programs use, cut out of the JDK that runs this. */
final class JavaRuntime {
  /** Every image has it here. */
  static final String HOME = "/opt/java";

  /**
   * What Spring, Tomcat, the drivers, PDFBox and Kafka ask for; and what an engineer needs to look
   * into a running service: jcmd and flight recordings.
   */
  static final List<String> MODULES =
      List.of(
          "java.base",
          "java.compiler",
          "java.desktop",
          "java.instrument",
          "java.logging",
          "java.management",
          "java.management.rmi",
          "java.naming",
          "java.net.http",
          "java.prefs",
          "java.rmi",
          "java.scripting",
          "java.security.jgss",
          "java.security.sasl",
          "java.sql",
          "java.sql.rowset",
          "java.transaction.xa",
          "java.xml",
          "java.xml.crypto",
          "jdk.crypto.cryptoki",
          "jdk.jcmd",
          "jdk.jfr",
          "jdk.localedata",
          "jdk.management",
          "jdk.management.agent",
          "jdk.management.jfr",
          "jdk.naming.dns",
          "jdk.net",
          "jdk.unsupported",
          "jdk.zipfs");

  private JavaRuntime() {}

  /** Makes it in a folder that is not there yet. */
  static Path cut(Path folder) throws IOException, InterruptedException {
    Command.run(
        List.of(
            Command.ofJdk("jlink"),
            "--add-modules",
            String.join(",", MODULES),
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--output",
            folder.toAbsolutePath().toString()),
        folder.resolveSibling("."),
        Map.of(),
        folder.resolveSibling("jlink.log"));
    return folder;
  }
}
