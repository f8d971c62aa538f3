package dev.switchboard.user.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.time.Ids;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** E7, C2: open slots and standing of an account as billing tells them: twice, late, early. */
class StandingTest extends UserServiceTest {
  private static final String TOPIC = "billing.accounts.v1";
  private Company company;

  @BeforeEach
  void signUp() {
    company = companies.signUp(1, 0, 0);
  }

  @Test
  @DisplayName("E7 news of the standing that come late do not lift PAST_DUE; newer ones do")
  void lateStanding() {
    tell(2, "PAST_DUE");
    tell(1, "ACTIVE");
    assertThat(buy()).isEqualTo(409);

    tell(3, "ACTIVE");
    assertThat(buy()).isEqualTo(201);
  }

  @Test
  @DisplayName(
      "C2 the same list of slots twice, as the same event or a new one, opens each slot once")
  void listTwice() {
    UUID first = Ids.next();
    UUID second = Ids.next();
    UUID event = tell(1, "ACTIVE", first, second);
    topics.send(
        TOPIC,
        company.accountId().toString(),
        "account.slots-changed",
        company.accountId(),
        data(1, "ACTIVE", first, second),
        event);
    tell(1, "ACTIVE", first, second);

    assertThat(openSlots()).containsExactlyInAnyOrder(first.toString(), second.toString());
    assertThat(company.invite(Company.newEmail("slot"), "PLUS", false).getStatus()).isEqualTo(201);
    tell(1, "ACTIVE", first, second);
    assertThat(openSlots()).hasSize(1);
  }

  private int buy() {
    return company.invite(Company.newEmail("buy"), "PRO", true).getStatus();
  }

  private List<String> openSlots() {
    return company.list("").path("openSlots").findValuesAsString("id");
  }

  private UUID tell(long version, String standing, UUID... slots) {
    return deliver(
        TOPIC,
        company.accountId(),
        "account.slots-changed",
        company.accountId(),
        data(version, standing, slots));
  }

  private Map<String, Object> data(long version, String standing, UUID... slots) {
    return Map.of(
        "accountId",
        company.accountId(),
        "version",
        version,
        "changed",
        List.of("openSlots"),
        "actor",
        Map.of("type", "SYSTEM"),
        "standing",
        standing,
        "openSlots",
        Arrays.stream(slots)
            .map(slot -> Map.of("slotId", slot, "plan", "PLUS", "origin", "ADDED"))
            .toList());
  }
}
