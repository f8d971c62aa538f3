package dev.switchboard.billing.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.billing.testing.BillingTest;
import dev.switchboard.billing.testing.CallMinutes;
import dev.switchboard.billing.usage.wire.CallUsageV1;
import dev.switchboard.platform.event.IncomingEvent;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.time.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

class CountUsageTest extends BillingTest {
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  private final UUID account = Ids.next();
  private final UUID user = Ids.next();

  @Autowired private CountUsage countUsage;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionOperations transaction;

  @Test
  @DisplayName("E9 a total takes the place of the one before, each month has its own, one row each")
  void totals() {
    voice().tell(user, OCTOBER, 1, 600, 4);
    voice().tell(user, NOVEMBER, 1, 60, 1);
    voice().tell(user, OCTOBER, 5, 3_605, 9);
    awaitTaken(voice().tell(user, NOVEMBER, 2, 180, 2));

    assertThat(rows()).containsExactly("2026-10-01 3605 9 v5", "2026-11-01 180 2 v2");
  }

  @Test
  @DisplayName("E9 K1 twice and late: the highest version stays, a lower total of it as well")
  void twiceAndLate() {
    UUID first = voice().tell(user, OCTOBER, 2, 600, 4);
    voice().tell(user, OCTOBER, 7, 540, 3); // a call was counted twice before
    voice().tell(user, OCTOBER, 2, 600, 4, first);
    voice().tell(user, OCTOBER, 2, 600, 4);
    voice().tell(user, OCTOBER, 1, 9_999, 99);
    awaitTaken(voice().tell(user, OCTOBER, 7, 540, 3));

    assertThat(rows()).containsExactly("2026-10-01 540 3 v7");
  }

  @Test
  @DisplayName("E9 a total of a user or account not heard of yet is kept, and shown once it is")
  void beforeItsAccount() {
    awaitTaken(voice().tell(user, NOVEMBER, 1, 60, 1));
    Account known = newAccount(0);
    awaitTaken(tell(new Account(account, user, known.adminSlot(), List.of()), "PRO"));

    assertThat(rows()).containsExactly("2026-11-01 60 1 v1");
    assertThat(
            count(
                "select count(*) from seat join call_usage using (user_id) where user_id = ?",
                user))
        .isEqualTo(1);
  }

  @Test
  @DisplayName("E9 in any order and from 32 threads at once, the highest version is what stays")
  void race() throws Exception {
    List<Long> versions = new ArrayList<>();
    for (long version = 1; version <= 320; version++) {
      versions.add(version);
    }
    Collections.shuffle(versions, new Random(9));
    try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
      List<Future<?>> told = new ArrayList<>();
      versions.forEach(version -> told.add(threads.submit(() -> apply(version))));
      for (Future<?> each : told) {
        each.get();
      }
    }

    assertThat(rows()).containsExactly("2026-11-01 19200 320 v320");
  }

  @ParameterizedTest
  @DisplayName("K1 an event that breaks its contract is set aside and changes nothing")
  @ValueSource(
      strings = {
        "{}",
        "null",
        "{",
        "{\"accountId\":\"A\",\"userId\":\"U\",\"version\":1,\"month\":\"2026-13\",\"seconds\":1,\"calls\":1}",
        "{\"accountId\":\"A\",\"userId\":\"U\",\"version\":0,\"month\":\"2026-11\",\"seconds\":1,\"calls\":1}",
        "{\"accountId\":\"A\",\"userId\":\"U\",\"version\":1,\"month\":\"2026-11\",\"seconds\":-1,\"calls\":1}",
        "{\"accountId\":\"U\",\"userId\":\"U\",\"version\":1,\"month\":\"2026-11\",\"seconds\":1,\"calls\":1}",
        "{\"accountId\":\"A\",\"userId\":\"A\",\"version\":1,\"month\":\"2026-11\",\"seconds\":1,\"calls\":1}"
      })
  void broken(String body) {
    UUID id = Ids.next();
    String text = body.replace("\"A\"", "\"" + account + "\"").replace("\"U\"", "\"" + user + "\"");
    topics.send(
        CallMinutes.TOPIC,
        user.toString(),
        CallMinutes.TYPE,
        account,
        text.getBytes(StandardCharsets.UTF_8),
        id);

    await(
        "dead letter",
        () -> count("select count(*) from dead_letter where event_id = ?", id.toString()) == 1);
    assertThat(rows()).isEmpty();
  }

  @Test
  @DisplayName("A6 usage shows a transaction the rows of its own account only")
  void rowLevelSecurity() {
    awaitTaken(voice().tell(user, NOVEMBER, 1, 60, 1));

    assertThat(seen()).isZero();
    assertThat(Tenancy.as(account, this::seen)).isEqualTo(1);
    assertThat(Tenancy.as(Ids.next(), this::seen)).isZero();
  }

  private CallMinutes voice() {
    return new CallMinutes(topics, account);
  }

  private void apply(long version) {
    CallUsageV1 data =
        new CallUsageV1(account, version, user, NOVEMBER.toString(), version * 60, version);
    IncomingEvent<CallUsageV1> event =
        new IncomingEvent<>(
            Ids.next(), CallMinutes.TYPE, user.toString(), Instant.now(), account, data);
    Tenancy.as(account, () -> transaction.executeWithoutResult(status -> countUsage.on(event)));
  }

  private long seen() {
    Long count =
        transaction.execute(
            status -> jdbc.sql("select count(*) from call_usage").query(Long.class).single());
    return count == null ? 0 : count;
  }

  private List<String> rows() {
    return database()
        .sql("select * from call_usage where account_id = ? order by month")
        .param(account)
        .query((row, index) ->
            "%s %s %s v%s"
                .formatted(
                    row.getString("month"),
                    row.getString("seconds"),
                    row.getString("calls"),
                    row.getString("version")))
        .list();
  }
}
