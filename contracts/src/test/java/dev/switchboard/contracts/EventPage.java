package dev.switchboard.contracts;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The page that strangers read: asyncapi.yaml, schemas and examples as one HTML file (ADR 23). */
final class EventPage {

  private EventPage() {}

  /** Writes the page to the file of the first argument; the build calls it. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(
        file, render(ContractFiles.yaml("asyncapi.yaml"), SchemaFiles.in(ContractFiles.path(""))));
  }

  static String render(JsonNode document, SchemaFiles schemas) {
    try (InputStream template = EventPage.class.getResourceAsStream("/event-page.mustache");
        Reader reader =
            new InputStreamReader(Objects.requireNonNull(template), StandardCharsets.UTF_8)) {
      return Mustache.compiler()
          .emptyStringIsFalse(true)
          .compile(reader)
          .execute(PageModel.of(document, schemas));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
