package dev.switchboard.billing.pricelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.switchboard.billing.testing.BillingTest;
import dev.switchboard.platform.outbox.Outbox;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

class PriceListTest extends BillingTest {
  @Autowired private PublishPriceLists publishPriceLists;
  @Autowired private PriceLists priceLists;
  @Autowired private Outbox outbox;
  @Autowired private TransactionOperations transaction;
  @Autowired private Clock clock;

  @Test
  @DisplayName("E1 the plans with their prices, minutes, numbers and features")
  void plans() throws Exception {
    http.perform(get("/api/v1/plans"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items[0].code").value("BASIC"))
        .andExpect(jsonPath("$.items[0].monthlyPrice.amountCents").value(1499))
        .andExpect(jsonPath("$.items[0].includedMinutes").value(500))
        .andExpect(jsonPath("$.items[1].code").value("PLUS"))
        .andExpect(jsonPath("$.items[1].monthlyPrice.amountCents").value(1999))
        .andExpect(jsonPath("$.items[1].includedNumbers").value(1))
        .andExpect(jsonPath("$.items[2].monthlyPrice.amountCents").value(2999))
        .andExpect(jsonPath("$.items[2].features[3]").value("VIDEO_HIPAA"))
        .andExpect(jsonPath("$.total").value(3));
  }

  @Test
  @DisplayName("E1 a price list is published once, however many instances start and how often")
  void publishedOnce() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
      List<Future<?>> starts = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        starts.add(threads.submit(publishPriceLists::publishEffective));
      }
      for (Future<?> start : starts) {
        start.get();
      }
    }
    await("outbox is empty", () -> count("select count(*) from outbox") == 0);

    assertThat(topics.all("billing.price-lists.v1", "USD"))
        .filteredOn(event -> event.data().path("version").asLong() == 1)
        .hasSize(1);
  }

  @Test
  @DisplayName("E1 a published list never changes: other prices under its version stop the start")
  void neverRewritten() {
    PriceList published = priceLists.inForce().orElseThrow();
    PriceList other =
        new PriceList(
            published.version(),
            published.currency(),
            published.effectiveFrom(),
            published.plans(),
            published.additionalNumberCents() + 1);
    PublishPriceLists start =
        new PublishPriceLists(
            new PriceListProperties(List.of(other)), priceLists, outbox, transaction);

    assertThatThrownBy(start::publishEffective)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("add a new version");
  }

  @Test
  @DisplayName("E1 a list of the future is neither published nor in force")
  void future() {
    PriceList now = priceLists.inForce().orElseThrow();
    PriceList later = new PriceList(99, "USD", LocalDate.parse("2199-01-01"), now.plans(), 599);
    new PublishPriceLists(new PriceListProperties(List.of(later)), priceLists, outbox, transaction)
        .publishEffective();

    assertThat(priceLists.find("USD", 99)).isEmpty();
    assertThat(priceLists.inForce().orElseThrow().version()).isEqualTo(now.version());
  }

  @Test
  @DisplayName("E1 a list that lacks a plan or has a negative price is refused")
  void invalid() {
    PriceList valid = priceLists.inForce().orElseThrow();
    assertThatThrownBy(
            () -> new PriceList(2, "USD", valid.effectiveFrom(), valid.plans().subList(0, 2), 499))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PriceList(2, "USD", valid.effectiveFrom(), valid.plans(), -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("E1 a list is published when its day begins anywhere, and shown when it is in force")
  void publishedForTheFirstZone() {
    PriceList now = priceLists.inForce().orElseThrow();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14));

    assertThat(priceLists.isEffective(from(now, today))).isTrue();
    assertThat(priceLists.isEffective(from(now, today.plusDays(1)))).isFalse();
  }

  @Test
  @DisplayName(
      "E1 a list of another currency is published under it, once, and changes no prices here")
  void otherCurrency() throws Exception {
    PriceList usd = priceLists.inForce().orElseThrow();
    PriceList test = new PriceList(7, "XTS", usd.effectiveFrom(), usd.plans(), 1);
    PublishPriceLists first = publisher(test);
    PublishPriceLists second = publisher(test);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<?> one = threads.submit(first::publishEffective);
      Future<?> two = threads.submit(second::publishEffective);
      one.get();
      two.get();
    }
    second.publishEffective();
    await("outbox is empty", () -> count("select count(*) from outbox") == 0);
    topics.await("billing.price-lists.v1", "XTS", event -> true);

    assertThat(topics.all("billing.price-lists.v1", "XTS")).hasSize(1);
    assertThat(priceLists.inForce().orElseThrow()).isEqualTo(usd);
  }

  @Test
  @DisplayName("E1 a later version that applies from an earlier day is refused at the start")
  void versionsFollowDays() {
    PriceList first = priceLists.inForce().orElseThrow();
    PriceList later = new PriceList(2, "USD", first.effectiveFrom(), first.plans(), 499);

    assertThatThrownBy(() -> new PriceListProperties(List.of(later, first)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("later day");
  }

  private PublishPriceLists publisher(PriceList list) {
    return new PublishPriceLists(
        new PriceListProperties(List.of(list)), priceLists, outbox, transaction);
  }

  private static PriceList from(PriceList list, LocalDate day) {
    return new PriceList(99, "USD", day, list.plans(), 499);
  }

  @Test
  @DisplayName("A6 everything else needs a token, and wrong methods are problems")
  void refused() throws Exception {
    http.perform(get("/api/v1/statements")).andExpect(status().isUnauthorized());
    http.perform(post("/api/v1/plans"))
        .andExpect(status().isUnauthorized())
        .andExpect(content().contentType("application/problem+json"));
  }
}
