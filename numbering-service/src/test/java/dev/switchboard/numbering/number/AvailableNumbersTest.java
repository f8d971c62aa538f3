package dev.switchboard.numbering.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.switchboard.numbering.testing.NumberingTest;
import dev.switchboard.platform.time.Ids;
import java.net.URI;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.ResultActions;

class AvailableNumbersTest extends NumberingTest {

  @Test
  @DisplayName("F1 a search by area code and digits pages through all matches without a double")
  void pages() throws Exception {
    Set<String> seen = new HashSet<>();
    String cursor = null;
    int pages = 0;
    do {
      String body =
          body("areaCode=604&country=CA&limit=30" + (cursor == null ? "" : "&cursor=" + cursor));
      List<String> numbers = JsonPath.read(body, "$.items[*].number");
      assertThat(seen).doesNotContainAnyElementsOf(numbers);
      assertThat(JsonPath.<Integer>read(body, "$.total")).isEqualTo(100);
      seen.addAll(numbers);
      cursor = JsonPath.read(body, "$.next");
      pages++;
    } while (cursor != null);
    assertThat(seen).hasSize(100);
    assertThat(pages).isEqualTo(4);
    assertThat(numbers("areaCode=604&country=ca&contains=0177")).containsExactly("+16045550177");
  }

  @Test
  @DisplayName("F1 a page that holds exactly the rest is the last")
  void lastPage() throws Exception {
    String first = body("areaCode=605&limit=50");
    String second = body("areaCode=605&limit=50&cursor=" + JsonPath.read(first, "$.next"));

    assertThat(JsonPath.<List<?>>read(second, "$.items")).hasSize(50);
    assertThat(JsonPath.<Object>read(second, "$.next")).isNull();
  }

  @Test
  @DisplayName("F1 a number that is taken between two pages does not disturb the next")
  void takenBetweenPages() throws Exception {
    String first = body("areaCode=606&limit=10");
    List<String> shown = JsonPath.read(first, "$.items[*].number");
    UUID account = Ids.next();
    awaitTaken(
        topics.send(
            "user.accounts.v1",
            account.toString(),
            "account.signed-up",
            account,
            signedUp(account, shown.getLast())));

    String second = body("areaCode=606&limit=200&cursor=" + JsonPath.read(first, "$.next"));

    assertThat(JsonPath.<List<String>>read(second, "$.items[*].number"))
        .hasSize(90)
        .doesNotContainAnyElementsOf(shown);
    assertThat(JsonPath.<Integer>read(second, "$.total")).isEqualTo(99);
    assertThat(numbers("areaCode=606&limit=200")).doesNotContain(shown.getLast());
  }

  @Test
  @DisplayName("F1 an item tells number, city, region and the price of an additional number")
  void item() throws Exception {
    search("areaCode=604&country=CA&limit=1")
        .andExpect(status().isOk())
        .andExpect(content().contentType("application/json"))
        .andExpect(jsonPath("$.items[0].number").value(startsWith("+1604555")))
        .andExpect(jsonPath("$.items[0].locality").value("Vancouver"))
        .andExpect(jsonPath("$.items[0].region").value("BC"))
        .andExpect(jsonPath("$.items[0].monthlyPrice.amountCents").value(499))
        .andExpect(jsonPath("$.items[0].monthlyPrice.currency").value("USD"));
  }

  @Test
  @DisplayName(
      "F1 without parameters there are 50 numbers of the United States, in a lasting order")
  void defaults() throws Exception {
    assertThat(numbers("")).hasSize(50).isEqualTo(numbers("country=US"));
    search("country=CA&limit=200")
        .andExpect(jsonPath("$.items[*].number", everyItem(startsWith("+1"))));
    assertThat(numbers("areaCode=604")).as("Vancouver is not in the US").isEmpty();
    assertThat(numbers("areaCode=999")).isEmpty();
  }

  @Test
  @DisplayName("F1 64 searches, 32 at once, are all answered: each gives its connection back")
  void manySearches() throws Exception {
    List<Callable<List<String>>> searches =
        Collections.nCopies(32, () -> numbers("areaCode=608&limit=200"));

    assertThat(atOnce(searches)).allMatch(found -> found.size() == 100);
    assertThat(atOnce(searches)).allMatch(found -> found.size() == 100);
  }

  @ParameterizedTest
  @DisplayName("Odd parameters are refused with problem+json, never a 5xx")
  @CsvSource(
      textBlock =
          """
          areaCode=12, 422
          areaCode=abc, 422
          areaCode=112, 422
          areaCode=2025, 422
          areaCode=207&areaCode=208, 422
          areaCode=%D9%A2%D9%A0%D9%A7, 422
          contains=5x5, 422
          contains=12345678, 422
          contains=%00, 400
          contains=%25, 422
          contains='', 422
          country=ZZ, 422
          country=%00, 400
          country=USA, 422
          limit=0, 422
          limit=-1, 422
          limit=201, 422
          limit=many, 400
          limit=1e2, 400
          limit=99999999999999999999, 400
          cursor=%00, 400
          cursor=, 400
          cursor=%7B%7D, 400
          cursor=bm90anNvbg, 400
          cursor=bnVsbA, 400
          cursor=W10, 400
          cursor=W251bGxd, 400
          cursor=WyIrMTk5OTU1NTAxMDAiXQ, 400
          """)
  void oddParameters(String query, int expected) throws Exception {
    search(query)
        .andExpect(status().is(expected))
        .andExpect(content().contentType("application/problem+json"))
        .andExpect(jsonPath("$.code").isNotEmpty());
  }

  @Test
  @DisplayName("F1 the parameter that is wrong is named")
  void namesParameter() throws Exception {
    search("areaCode=12")
        .andExpect(jsonPath("$.code").value("request.invalid"))
        .andExpect(jsonPath("$.errors[0].pointer").value("/areaCode"));
    search("country=ZZ").andExpect(jsonPath("$.errors[0].pointer").value("/country"));
  }

  private List<String> numbers(String query) throws Exception {
    return JsonPath.read(body(query), "$.items[*].number");
  }

  private String body(String query) throws Exception {
    return search(query).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
  }

  private ResultActions search(String query) throws Exception {
    return http.perform(get(URI.create("/api/v1/phone-numbers/available?" + query)));
  }
}
