package dev.switchboard.numbering.number.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.testing.NumberingTest;
import dev.switchboard.platform.time.Ids;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ListNumbersTest extends NumberingTest {
  private static final int NUMBERS = 25;

  @Autowired private JsonMapper json;

  private final UUID account = Ids.next();
  private final String area = "+1%03d".formatted(200 + (int) (Math.random() * 799));

  @BeforeEach
  void numbers() {
    for (int i = 0; i < NUMBERS; i++) {
      String number = "%s77700%02d".formatted(area, i);
      if (i == 0) {
        main(number, account);
      } else if (i % 2 == 0) {
        unassigned(number, account);
      } else {
        direct(number, account, Ids.next());
      }
    }
  }

  @Test
  @DisplayName("F1 all numbers with use, user and state, page by page, each once, in order")
  void pages() {
    List<String> seen = new ArrayList<>();
    String query = "?limit=10";
    JsonNode page;
    do {
      page = list(query);
      assertThat(page.path("total").asInt()).isEqualTo(NUMBERS);
      page.path("items").forEach(item -> seen.add(item.path("number").asString()));
      query = "?limit=10&cursor=" + page.path("next").asString("");
    } while (page.hasNonNull("next"));

    assertThat(seen).hasSize(NUMBERS).isSorted().doesNotHaveDuplicates();
    JsonNode main = list("?use=COMPANY_MAIN").path("items").path(0);
    assertThat(main.path("state").asString()).isEqualTo("ASSIGNED");
    assertThat(main.path("version").asInt()).isEqualTo(1);
    assertThat(main.hasNonNull("userId")).isFalse();
  }

  @ParameterizedTest
  @DisplayName("B8 F1 filtered by use and state; the main number is not in the unassigned ones")
  @CsvSource({
    "?use=COMPANY_MAIN, 1",
    "?use=DIRECT, 12",
    "?state=UNASSIGNED, 12",
    "?state=ASSIGNED, 13",
    "?state=UNASSIGNED&use=DIRECT, 0",
    "?contains=7770024, 1"
  })
  void filters(String query, int total) {
    assertThat(list(query).path("total").asInt()).isEqualTo(total);
    assertThat(list(query).path("items")).hasSize(total);
  }

  @ParameterizedTest
  @DisplayName("Bad parameters get a clear error")
  @ValueSource(
      strings = {
        "?use=MINE",
        "?state=x",
        "?limit=0",
        "?limit=201",
        "?limit=x",
        "?contains=abc",
        "?contains=",
        "?cursor=x",
        "?cursor=W10"
      })
  void bad(String query) {
    MockHttpServletResponse answer = get(query);

    assertThat(answer.getStatus()).as(query).isIn(400, 422);
    assertThat(answer.getContentType()).startsWith("application/problem+json");
  }

  private JsonNode list(String query) {
    MockHttpServletResponse answer = get(query);
    assertThat(answer.getStatus()).isEqualTo(200);
    return json.readTree(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8));
  }

  private MockHttpServletResponse get(String query) {
    try {
      return http.perform(
              MockMvcRequestBuilders.get("/api/v1/phone-numbers" + query)
                  .with(tokens.admin(account, Ids.next())))
          .andReturn()
          .getResponse();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
