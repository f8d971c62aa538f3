package dev.switchboard.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** J1: all mails, word by word. {@code preview} beside the module shows them as pictures. */
class GoldenMailsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final MailTemplates RENDERING = new MailTemplates();

  static Stream<Arguments> mails() {
    return TestModels.USUAL.usual().stream()
        .flatMap(model ->
            Arrays.stream(MailLanguage.values())
                .map(language -> Arguments.of(model.folder(), language, model)));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @DisplayName("J1 each mail is as committed in every language")
  @MethodSource("mails")
  void isAsCommitted(String folder, MailLanguage language, MailModel model) throws IOException {
    RenderedMail mail = RENDERING.render(model, TestModels.reader(language));

    Path golden = GOLDEN.resolve(folder).resolve(language.tag());
    check(golden.resolve("subject.txt"), mail.subject() + "\n");
    check(golden.resolve("html.html"), mail.html());
    check(golden.resolve("text.txt"), mail.text());
  }

  @Test
  @DisplayName("J1 no template and no language is left out: each file is in a golden mail")
  void nothingIsLeftOut() throws IOException {
    assertThat(files(TEMPLATES).stream().filter(file -> !file.startsWith("layout/")))
        .isNotEmpty()
        .containsExactlyElementsOf(files(GOLDEN));
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private static void check(Path file, String actual) throws IOException {
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertThat(actual)
        .as("%s; run the tests with -Dgolden.update when the change is meant", file)
        .isEqualTo(Files.readString(file));
  }
}
