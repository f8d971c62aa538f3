package dev.switchboard.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;

/**
 * Compares a service's generated OpenAPI document with the committed one in contracts/openapi. Run
 * with {@code -Dgolden.update} to write it anew; the change is then reviewed like code.
 */
public final class OpenApiGolden {

  private OpenApiGolden() {}

  /** Fails when the generated document is not the committed one. */
  public static void check(String serviceName, String generatedYaml) {
    Path file = Path.of("..", "contracts", "openapi", serviceName + ".yaml");
    try {
      if (System.getProperty("golden.update") != null) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, generatedYaml);
      }
      Assertions.assertThat(generatedYaml)
          .as("%s; run the tests with -Dgolden.update when the change is meant", file)
          .isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
