package dev.switchboard.numbering.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.value.E164;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BuiltInCarrierTest {
  private final Carrier carrier = new BuiltInCarrier();

  @Test
  @DisplayName("F7 the stock is fictitious: NPA-555-01XX of a few hundred area codes, each once")
  void stockIsFictitious() {
    List<AvailableNumber> all =
        carrier.countries().stream()
            .flatMap(country -> carrier.search(NumberSearch.in(country)).stream())
            .toList();

    assertThat(carrier.countries()).containsExactly("CA", "US");
    assertThat(all).hasSizeGreaterThan(30_000).doesNotHaveDuplicates();
    assertThat(all)
        .allMatch(each -> each.number().value().matches("\\+1[2-9][0-9]{2}55501[0-9]{2}"))
        .allMatch(each -> each.region().matches("[A-Z]{2}") && !each.locality().isBlank());
  }

  @Test
  @DisplayName("F7 a search finds by country, area code and digits of the national number")
  void searches() {
    assertThat(carrier.search(NumberSearch.inArea("US", "202"))).hasSize(100);
    assertThat(carrier.search(NumberSearch.inArea("CA", "202"))).isEmpty();
    assertThat(carrier.search(new NumberSearch("US", "202", "0143", null)))
        .containsExactly(new AvailableNumber(new E164("+12025550143"), "Washington", "DC", "US"));
    assertThat(carrier.search(new NumberSearch("US", "202", "1202555", null))).isEmpty();
    assertThat(carrier.search(NumberSearch.inArea("US", "999"))).isEmpty();
  }

  @Test
  @DisplayName("F1 a search finds a city by the beginning of its name, in small letters too")
  void searchesCity() {
    assertThat(carrier.search(new NumberSearch("US", null, null, "washing")))
        .isNotEmpty()
        .allMatch(each -> each.locality().startsWith("Washing"));
    assertThat(carrier.search(new NumberSearch("US", null, null, "Atlantis"))).isEmpty();
  }

  @Test
  @DisplayName("F7 the order is mixed and stays the same in every instance")
  void orderStays() {
    NumberSearch search = NumberSearch.inArea("US", "202");

    assertThat(new BuiltInCarrier().search(search)).isEqualTo(carrier.search(search));
    assertThat(carrier.search(search).getFirst().number()).isNotEqualTo(new E164("+12025550100"));
  }

  @Test
  @DisplayName("F7 only what is in stock can be ordered, twice is no error")
  void orders() {
    assertThat(carrier.order(new E164("+12025550143"))).isTrue();
    assertThat(carrier.order(new E164("+12025550143"))).isTrue();
    assertThat(carrier.order(new E164("+12025559999"))).isFalse();
  }
}
