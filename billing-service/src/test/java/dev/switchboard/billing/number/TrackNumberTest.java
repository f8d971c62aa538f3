package dev.switchboard.billing.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.testing.BillingTest;
import dev.switchboard.platform.time.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackNumberTest extends BillingTest {
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final UUID account = Ids.next();
  private final UUID user = Ids.next();
  private final String number = "+1303%07d".formatted(NEXT.incrementAndGet());

  @Test
  @DisplayName("E2 each use of a number is an interval, one after the other, without a gap")
  void intervals() {
    tell("number.ordered", 1, "UNASSIGNED", null);
    tell("number.assigned", 2, "ASSIGNED", user);
    tell("number.released", 3, "UNASSIGNED", null);
    awaitTaken(tell("number.released", 4, "QUARANTINED", null));

    assertThat(uses(account)).containsExactly("none", "DIRECT " + user, "none");
    assertThat(
            count(
                """
                select count(*) from number_interval a join number_interval b
                  on b.number = a.number and b.started_at = a.ended_at
                where a.number = ? and a.interval_id <> b.interval_id
                """,
                number))
        .isEqualTo(2);
    assertThat(open()).isZero();
  }

  @Test
  @DisplayName("E2 taken back it begins anew, and where it leads changes nothing")
  void takenBack() {
    tell("number.assigned", 1, "ASSIGNED", user);
    tell("number.changed", 2, "ASSIGNED", user);
    tell("number.released", 3, "UNASSIGNED", null);
    tell("number.released", 4, "QUARANTINED", null);
    awaitTaken(tell("number.ordered", 5, "UNASSIGNED", null));

    assertThat(uses(account)).containsExactly("DIRECT " + user, "none", "none");
    assertThat(open()).isEqualTo(1);
  }

  @Test
  @DisplayName("E3 an event twice or late leaves the same timeline")
  void twiceAndLate() {
    UUID ordered = tell("number.ordered", 1, "UNASSIGNED", null);
    tell("number.assigned", 2, "ASSIGNED", user);
    tell("number.ordered", 1, "UNASSIGNED", null);
    topics.send(
        "numbering.numbers.v1",
        number,
        "number.ordered",
        account,
        data(1, "UNASSIGNED", null),
        ordered);
    awaitTaken(tell("number.assigned", 2, "ASSIGNED", user));

    assertThat(uses(account)).containsExactly("none", "DIRECT " + user);
  }

  @Test
  @DisplayName("F3 after one account it is another's, and each pays for its own time")
  void nextAccount() {
    tell("number.ordered", 1, "UNASSIGNED", null);
    tell("number.released", 2, "QUARANTINED", null);
    tell("number.released", 3, "AVAILABLE", null);
    UUID other = Ids.next();
    Map<String, Object> data = data(4, "UNASSIGNED", null);
    data.put("accountId", other);
    awaitTaken(topics.send("numbering.numbers.v1", number, "number.ordered", other, data));

    assertThat(uses(account)).containsExactly("none");
    assertThat(uses(other)).containsExactly("none");
    assertThat(open()).isEqualTo(1);
  }

  @ParameterizedTest
  @DisplayName("K1 an event that breaks its contract is set aside and changes nothing")
  @ValueSource(strings = {"{}", "{\"number\":\"+13035550100\"}", "[]", "null", "{"})
  void broken(String body) {
    UUID id = Ids.next();
    topics.send(
        "numbering.numbers.v1",
        number,
        "number.ordered",
        account,
        body.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        id);

    await(
        "dead letter",
        () -> count("select count(*) from dead_letter where event_id = ?", id.toString()) == 1);
    assertThat(uses(account)).isEmpty();
  }

  private UUID tell(String type, long version, String state, @Nullable UUID holder) {
    return topics.send("numbering.numbers.v1", number, type, account, data(version, state, holder));
  }

  private Map<String, Object> data(long version, String state, @Nullable UUID holder) {
    Map<String, Object> data =
        new HashMap<>(
            Map.of(
                "accountId",
                account,
                "version",
                version,
                "changed",
                List.of("state"),
                "actor",
                Map.of("type", "SYSTEM"),
                "number",
                number,
                "state",
                state));
    if (holder != null) {
      data.put("use", "DIRECT");
      data.put("userId", holder);
      data.put("destination", Map.of("type", "USER", "userId", holder));
    }
    return data;
  }

  private List<String> uses(UUID of) {
    List<String> uses = new ArrayList<>();
    database()
        .sql(
            """
            select use, user_id from number_interval where account_id = ? and number = ?
            order by started_at, ended_at nulls last
            """)
        .params(of, number)
        .query(row -> {
          String use = row.getString(1);
          uses.add(use == null ? "none" : (use + " " + row.getString(2)));
        });
    return uses;
  }

  private long open() {
    return count(
        "select count(*) from number_interval where number = ? and ended_at is null", number);
  }
}
