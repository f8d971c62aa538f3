package dev.switchboard.user.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.time.Ids;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * E1: the prices that a refusal quotes. Prices belong to no account, so each test starts without.
 */
class PriceListTest extends UserServiceTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private Company company;

  @BeforeEach
  void signUp() {
    removePrices();
    company = companies.signUp(1, 0, 0);
  }

  @AfterEach
  void removePrices() {
    database().sql("delete from plan_price").update();
  }

  @Test
  @DisplayName("C2 before any price list: 503 with Retry-After, and nothing changes")
  void noPriceListYet() {
    MockHttpServletResponse answer = invite();

    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(code(answer)).isEqualTo("price-list.unavailable");
    assertThat(answer.getHeader("Retry-After")).isNotNull();
    assertThat(company.list("").path("total").asInt()).isEqualTo(1);
  }

  @Test
  @DisplayName("E1 a list applies from its day in the account's time zone, not before")
  void quoteUsesListInForce() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    publish(1, today.minusDays(30), 1499);
    publish(2, today.plusDays(3), 1599);

    assertThat(quotedCents()).isEqualTo(1499);
    Duration untilTheDay =
        Duration.between(clock.instant(), today.plusDays(3).atStartOfDay(ZONE).toInstant());
    clock.advance(untilTheDay.minusMinutes(5));
    assertThat(quotedCents()).isEqualTo(1499);
    clock.advance(Duration.ofMinutes(6));
    assertThat(quotedCents()).isEqualTo(1599);
  }

  @Test
  @DisplayName("E1 a list that comes late does not replace a newer one")
  void lateListChangesNothing() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    publish(2, today.minusDays(1), 1599);
    publish(1, today.minusDays(30), 1499);

    assertThat(quotedCents()).isEqualTo(1599);
  }

  @Test
  @DisplayName(
      "E1 the same list twice, as the same event or a new one, is one list; never rewritten")
  void listTwiceIsOneList() {
    LocalDate from = LocalDate.ofInstant(clock.instant(), ZONE).minusDays(1);
    UUID event = publish(1, from, 1499);
    topics.send(
        "billing.price-lists.v1",
        "USD",
        "price-list.published",
        null,
        priceList(1, from.toString(), 1499),
        event);
    publish(1, from, 9999);

    assertThat(quotedCents()).isEqualTo(1499);
    assertThat(database().sql("select count(*) from plan_price").query(Integer.class).single())
        .isEqualTo(3);
  }

  private UUID publish(long version, LocalDate from, long basicCents) {
    UUID id = Ids.next();
    topics.send(
        "billing.price-lists.v1",
        "USD",
        "price-list.published",
        null,
        priceList(version, from.toString(), basicCents),
        id);
    awaitTakenIn(id);
    return id;
  }

  private MockHttpServletResponse invite() {
    return company.invite(Company.newEmail("quote"), "BASIC", false);
  }

  private int quotedCents() {
    MockHttpServletResponse answer = invite();
    assertThat(answer.getStatus()).as(Company.read(answer)).isEqualTo(402);
    return body(answer).path("quote").path("monthlyIncrease").path("amountCents").asInt();
  }
}
