package dev.switchboard.numbering.extension.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.testing.WebTest;
import dev.switchboard.platform.time.Ids;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

class ExtensionSettingsTest extends WebTest {
  private static final String PATH = "/api/v1/extension-settings";

  @Test
  @DisplayName("F4 a company begins where it wants and keeps ranges for itself")
  void changes() {
    assertThat(read().path("firstAssigned").asInt()).isEqualTo(101);
    assertThat(extensionOfNext()).isEqualTo("101");

    JsonNode changed = change("2000", "[{\"first\":2001,\"last\":2099}]", "\"0\"");

    assertThat(changed.path("version").asInt()).isEqualTo(2);
    assertThat(changed.path("reservedRanges").path(0).path("last").asInt()).isEqualTo(2099);
    assertThat(List.of(extensionOfNext(), extensionOfNext())).containsExactly("2000", "2100");
    change("101", "[]", "\"2\"");
    assertThat(List.of(extensionOfNext(), extensionOfNext()))
        .as("back again, past what is in use")
        .containsExactly("102", "103");
  }

  @Test
  @DisplayName("F4 past a thousand extensions in a row that are in use it needs no longer")
  void pastManyInUse() {
    change("3000", "[]", "*");
    database()
        .sql(
            """
            insert into extension (account_id, code, holder_kind, holder_id)
            select ?, code, 'USER', gen_random_uuid() from generate_series(3001, 13000) code
            """)
        .param(account)
        .update();

    assertThat(List.of(extensionOfNext(), extensionOfNext())).containsExactly("3000", "13001");
  }

  @Test
  @DisplayName("F4 whoever has an extension in a range that is reserved later keeps it")
  void keeps() {
    UUID user = invited();
    change("101", "[{\"first\":101,\"last\":199}]", "*");

    assertThat(count("select extension from line where user_id = ?", user)).isEqualTo(101);
    assertThat(extensionOfNext()).isEqualTo("200");
  }

  @ParameterizedTest
  @DisplayName("F4 ranges are whole, do not overlap and leave something")
  @CsvSource(
      delimiter = '|',
      value = {
        "101 | [{\"first\":300,\"last\":200}] | /reservedRanges/0",
        "101 | [{\"first\":200,\"last\":300},{\"first\":300,\"last\":400}] | /reservedRanges/1",
        "101 | [{\"first\":100,\"last\":999999}] | /firstAssigned",
        "999999 | [{\"first\":999999,\"last\":999999}] | /firstAssigned",
        "99 | [] | /firstAssigned",
        "1000000 | [] | /firstAssigned",
        "101 | [{\"first\":99,\"last\":200}] | /reservedRanges/0/first"
      })
  void refusals(String first, String ranges, String pointer) {
    refused(put(first, ranges, "*"), 422, "request.invalid", pointer);
    assertThat(read().path("version").asInt()).isZero();
  }

  @ParameterizedTest
  @DisplayName("F4 anything else is refused, never a 5xx")
  @ValueSource(
      strings = {
        "{}",
        "{\"firstAssigned\":null,\"reservedRanges\":[]}",
        "{\"firstAssigned\":101,\"reservedRanges\":null}",
        "{\"firstAssigned\":101,\"reservedRanges\":[null]}",
        "{\"firstAssigned\":101,\"reservedRanges\":[{}]}",
        "{\"firstAssigned\":101.5,\"reservedRanges\":[]}",
        "{\"firstAssigned\":\"x\",\"reservedRanges\":[]}",
        "[]",
        "{"
      })
  void badBodies(String body) {
    MockHttpServletResponse answer = put(body, "*");

    assertThat(answer.getStatus()).as(text(answer)).isIn(400, 422);
    assertThat(answer.getContentType()).startsWith("application/problem+json");
  }

  @Test
  @DisplayName("D1 two admins at once: the second is told; 428 without a version; H2 both logged")
  void versions() {
    refused(put("101", "[]", null), 428, "version.required", null);
    List<Integer> statuses =
        atOnce(
            IntStream.range(0, 8)
                .mapToObj(i ->
                    (Callable<Integer>)
                        () -> put(Integer.toString(200 + i), "[]", "\"0\"").getStatus())
                .toList());

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 412).hasSize(7);
    await("logged", () -> topics.all("user.audit.v1", account.toString()).size() == 1);
  }

  private JsonNode read() {
    return body(perform(MockMvcRequestBuilders.get(PATH).with(asAdmin())));
  }

  private JsonNode change(String first, String ranges, String ifMatch) {
    MockHttpServletResponse answer = put(first, ranges, ifMatch);
    assertThat(answer.getStatus()).as(text(answer)).isEqualTo(200);
    return body(answer);
  }

  private MockHttpServletResponse put(String first, String ranges, @Nullable String ifMatch) {
    return put("{\"firstAssigned\":%s,\"reservedRanges\":%s}".formatted(first, ranges), ifMatch);
  }

  private MockHttpServletResponse put(String body, @Nullable String ifMatch) {
    var request =
        MockMvcRequestBuilders.put(PATH)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body)
            .with(asAdmin());
    return perform(ifMatch == null ? request : request.header("If-Match", ifMatch));
  }

  private String extensionOfNext() {
    UUID user = Ids.next();
    invite(account, user);
    return opened(user).path("extension").asString();
  }
}
