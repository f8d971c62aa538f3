package dev.switchboard.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("K1 the page of the events")
class EventPageTest {
  private static final JsonNode DOCUMENT = ContractFiles.yaml("asyncapi.yaml");
  private static final SchemaFiles SCHEMAS = SchemaFiles.in(ContractFiles.path(""));
  private static final String PAGE = EventPage.render(DOCUMENT, SCHEMAS);

  @Test
  @DisplayName("K1 is written by the build, from the files as they are")
  void isWritten() throws Exception {
    assertThat(Files.readString(ContractFiles.path("target/site/events.html"))).isEqualTo(PAGE);
  }

  @Test
  @DisplayName("K1 shows every topic, event, property, header and example, and hangs together")
  void isWhole() {
    assertThat(flaws(PAGE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "<h2 id=\"user.users.v1\", <h2 id=\"elsewhere\", no id user.users.v1",
    "<h3 id=\"user.invited\", <h3 id=\"elsewhere\", no id user.invited",
    "<code>restorableUntil</code>, , no property restorableUntil",
    "<code>traceparent</code>, , no property traceparent",
    "harborlight.example, lost.example, no example of user.invited",
    "<html lang=\"en\">, <html>, no <html lang=\"en\">",
    "<main, <div, no <main",
    "<style>, <script src=\"https://cdn.example/x.js\"></script><style>, fetches something"
  })
  @DisplayName("K1 would be found wanting without any of that")
  void flawIsFound(String there, String instead, String flaw) {
    assertThat(PAGE).contains(there);

    assertThat(flaws(PAGE.replace(there, instead == null ? "" : instead))).contains(flaw);
  }

  @Test
  @DisplayName("K1 takes no text for markup")
  void escapes() {
    JsonNode odd = DOCUMENT.deepCopy();
    String script = "<script>alert('&')</script>";
    ((ObjectNode) odd.at("/channels/user.users.v1")).put("description", script);
    ((ObjectNode) odd.path("info")).put("description", script);

    assertThat(EventPage.render(odd, SCHEMAS)).doesNotContain("<script").contains("&lt;script&gt;");
  }

  private static List<String> flaws(String page) {
    List<String> flaws = new ArrayList<>();
    List<String> ids = all(page, " id=\"([^\"]+)\"");
    Stream.concat(
            Stream.concat(
                TopicsTest.topics().stream().map(topic -> topic.path("name").asString()),
                ContractFiles.eventTypes().stream()),
            all(page, " href=\"#([^\"]+)\"").stream())
        .filter(id -> !ids.contains(id))
        .forEach(id -> flaws.add("no id " + id));
    if (ids.stream().distinct().count() < ids.size()) {
      flaws.add("the same id twice");
    }
    for (String part :
        List.of("<html lang=\"en\">", "<header", "<nav aria-label", "<main", "<footer", "<h1>")) {
      if (page.indexOf(part) < 0 || page.indexOf(part) != page.lastIndexOf(part)) {
        flaws.add("no " + part);
      }
    }
    if (!all(page, "(<script|<link|<img|<iframe|@import|url\\(| src=| href=\"http)").isEmpty()) {
      flaws.add("fetches something");
    }
    List<String> shown = all(page, "<dt><code>([^<]+)</code>");
    SCHEMAS.files().values().stream()
        .flatMap(schema -> schema.findValues("properties").stream())
        .flatMap(properties -> names(properties))
        .distinct()
        .filter(name -> !shown.contains(name))
        .forEach(name -> flaws.add("no property " + name));
    shown.stream().filter(Pattern.compile("\\s").asPredicate()).forEach(flaws::add);
    for (String type : ContractFiles.eventTypes()) {
      List<String> examples =
          all(page, "(?s)aria-label=\"Example of " + Pattern.quote(type) + "\">(.*?)</pre>");
      if (examples.size() != 1 || !isExample(type, examples.getFirst())) {
        flaws.add("no example of " + type);
      }
    }
    return flaws;
  }

  /** Also of the objects in it, to which findValues does not go. */
  private static Stream<String> names(JsonNode properties) {
    return Stream.concat(
        properties.propertyNames().stream(),
        properties.findValues("properties").stream().flatMap(EventPageTest::names));
  }

  private static boolean isExample(String type, String html) {
    String json =
        html.replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&#x2F;", "/")
            .replace("&#x3D;", "=")
            .replace("&#x60;", "`")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
    return ContractFiles.parse(json).equals(ContractFiles.example(type, "full"));
  }

  private static List<String> all(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().map(found -> found.group(1)).toList();
  }
}
