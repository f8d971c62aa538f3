package dev.switchboard.billing.issued;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.statement.Period;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StatementIdTest {
  private static final Instant SIGNED_UP = Instant.parse("2026-11-02T14:03:05.120Z");
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final UUID ACCOUNT = UUID.fromString("01998f3a-6c00-7a10-8000-4c1f0a9be001");

  @Test
  @DisplayName("E8 a statement that is issued again after a restore has the id that it had")
  void always() {
    UUID id = StatementId.of(ACCOUNT, period(3));

    assertThat(id).isEqualTo(StatementId.of(ACCOUNT, period(3)));
    assertThat(id.version()).isEqualTo(8);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16))
        .isEqualTo(Instant.parse("2027-02-02T00:00:00Z"));
  }

  @Test
  @DisplayName("E8 each account and period has one of its own")
  void unique() {
    Set<UUID> ids = new HashSet<>();
    for (int account = 0; account < 1_000; account++) {
      for (int period = 0; period < 12; period++) {
        ids.add(StatementId.of(new UUID(1, account), period(period)));
      }
    }
    assertThat(ids).hasSize(12_000);
  }

  private static Period period(int index) {
    return Period.of(SIGNED_UP, ZONE, index);
  }
}
