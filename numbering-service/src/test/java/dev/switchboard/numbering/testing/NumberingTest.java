package dev.switchboard.numbering.testing;

import dev.switchboard.platform.testing.ServiceTest;
import dev.switchboard.platform.testing.TestTokens;
import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.platform.time.Ids;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** What every integration test of this service has at hand; it plays user-service and billing. */
@ServiceTest
@Import(CarrierSwitchConfiguration.class)
public abstract class NumberingTest {
  @Autowired protected MockMvc http;
  @Autowired protected TestTopics topics;
  @Autowired protected TestTokens tokens;
  @Autowired private Environment environment;

  private static final AtomicBoolean PRICES_SENT = new AtomicBoolean();

  /** The database with all its rows, past row-level security. */
  protected JdbcClient database() {
    String url =
        environment
            .getRequiredProperty("test.database.superuser-url")
            .replaceFirst("/[^/]*$", "/" + environment.getRequiredProperty("DATABASE_USER"));
    return JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));
  }

  /** Billing has published its prices before anything else happens. */
  @BeforeEach
  void publishPrices() {
    if (PRICES_SENT.compareAndSet(false, true)) {
      UUID id = Ids.next();
      topics.send(
          "billing.price-lists.v1",
          "USD",
          "price-list.published",
          null,
          Map.of(
              "version",
              1,
              "currency",
              "USD",
              "effectiveFrom",
              "2026-01-01",
              "plans",
              List.of(plan("BASIC", 1499, 0), plan("PLUS", 1999, 1), plan("PRO", 2999, 1)),
              "additionalNumberCents",
              499),
          id);
      awaitTaken(id);
    }
  }

  private static Map<String, Object> plan(String code, int cents, int includedNumbers) {
    return Map.of(
        "code",
        code,
        "monthlyPriceCents",
        cents,
        "includedNumbers",
        includedNumbers,
        "features",
        List.of("VOICEMAIL"));
  }

  /** Billing has given the user this plan. */
  protected UUID occupySeat(UUID accountId, UUID userId, String plan, long version) {
    return topics.send(
        "billing.seats.v1",
        userId.toString(),
        "seat.occupied",
        accountId,
        Map.of(
            "accountId",
            accountId,
            "version",
            version,
            "changed",
            List.of("state"),
            "actor",
            Map.of("type", "SYSTEM"),
            "userId",
            userId,
            "state",
            "OCCUPIED",
            "plan",
            plan,
            "slotId",
            Ids.next(),
            "origin",
            "ADDED",
            "since",
            "2026-11-02T14:29:00.031Z"));
  }

  /** Billing has told how the account stands. */
  protected UUID tellStanding(UUID accountId, String standing, long version) {
    return topics.send(
        "billing.accounts.v1",
        accountId.toString(),
        "account.slots-changed",
        accountId,
        standing(accountId, standing, version));
  }

  protected static Map<String, Object> standing(UUID accountId, String standing, long version) {
    return Map.of(
        "accountId",
        accountId,
        "version",
        version,
        "changed",
        List.of("standing"),
        "actor",
        Map.of("type", "SYSTEM"),
        "standing",
        standing,
        "openSlots",
        List.of());
  }

  /** The account has this number, for the pool; nothing is told of it. */
  protected void unassigned(String number, UUID accountId) {
    store(number, accountId, "UNASSIGNED", null, null);
  }

  /** This is the account's main number; nothing is told of it. */
  protected void main(String number, UUID accountId) {
    store(number, accountId, "ASSIGNED", "COMPANY_MAIN", null);
  }

  /** The number is this user's direct one; neither his line nor anybody else hears of it. */
  protected void direct(String number, UUID accountId, UUID userId) {
    store(number, accountId, "ASSIGNED", "DIRECT", userId);
  }

  private void store(
      String number, UUID accountId, String state, @Nullable String use, @Nullable UUID userId) {
    database()
        .sql(
            """
            insert into phone_number (number, account_id, state, use, user_id, destination, destination_user, carrier,
              version)
            values (:number, :account, :state, :use, :user,
              case :use when 'COMPANY_MAIN' then 'GREETING' when 'DIRECT' then 'USER' end, :user, 'BUILT_IN', 1)
            on conflict (number) do update
            set account_id = excluded.account_id, state = excluded.state, use = excluded.use,
              user_id = excluded.user_id, destination = excluded.destination,
              destination_user = excluded.destination_user
            """)
        .param("number", number)
        .param("account", accountId)
        .param("state", state)
        .param("use", use, Types.VARCHAR)
        .param("user", userId, Types.OTHER)
        .update();
  }

  protected static Map<String, Object> signedUp(UUID accountId, String mainNumber) {
    UUID admin = Ids.next();
    UUID slot = Ids.next();
    return Map.ofEntries(
        Map.entry("accountId", accountId),
        Map.entry("version", 1),
        Map.entry("changed", List.of("state")),
        Map.entry("actor", Map.of("type", "USER", "userId", admin)),
        Map.entry("companyName", "Harbor Light Books"),
        Map.entry("timeZone", "America/New_York"),
        Map.entry("state", "ACTIVE"),
        Map.entry("mainNumber", mainNumber),
        Map.entry("slots", List.of(Map.of("slotId", slot, "plan", "BASIC"))),
        Map.entry("admin", Map.of("userId", admin, "slotId", slot, "plan", "BASIC")),
        Map.entry("signedUpAt", "2026-11-02T14:03:05.120Z"));
  }

  protected static Map<String, Object> user(
      UUID accountId, UUID userId, String state, long version) {
    Map<String, Object> user =
        new java.util.HashMap<>(
            Map.ofEntries(
                Map.entry("accountId", accountId),
                Map.entry("version", version),
                Map.entry("changed", List.of("state")),
                Map.entry("actor", Map.of("type", "SYSTEM")),
                Map.entry("userId", userId),
                Map.entry("firstName", "José"),
                Map.entry("lastName", "Okafor"),
                Map.entry("email", userId + "@harborlight.example"),
                Map.entry("role", "USER"),
                Map.entry("state", state),
                Map.entry("language", "en"),
                Map.entry("timeZone", "America/New_York"),
                Map.entry("seatRequest", Map.of("plan", "BASIC", "acceptCharges", false)),
                Map.entry("createdAt", "2026-11-02T14:29:00Z")));
    if (state.equals("WITHDRAWN")) {
      user.put("withdrawnReason", "NO_CONSENT");
    }
    return user;
  }

  protected UUID invite(UUID accountId, UUID userId) {
    return topics.send(
        "user.users.v1",
        userId.toString(),
        "user.invited",
        accountId,
        user(accountId, userId, "INVITED", 1));
  }

  protected UUID withdraw(UUID accountId, UUID userId) {
    return topics.send(
        "user.users.v1",
        userId.toString(),
        "user.withdrawn",
        accountId,
        user(accountId, userId, "WITHDRAWN", 2));
  }

  protected UUID refuseSeat(UUID accountId, UUID userId) {
    return refuseSeat(accountId, userId, 1);
  }

  protected UUID refuseSeat(UUID accountId, UUID userId, long version) {
    return topics.send(
        "billing.seats.v1",
        userId.toString(),
        "seat.refused",
        accountId,
        Map.of(
            "accountId",
            accountId,
            "version",
            version,
            "changed",
            List.of("state"),
            "actor",
            Map.of("type", "SYSTEM"),
            "userId",
            userId,
            "state",
            "REFUSED",
            "plan",
            "PLUS",
            "reason",
            "NO_CONSENT",
            "since",
            "2026-11-02T14:29:00.031Z"));
  }

  protected JsonNode opened(UUID userId) {
    return topics.await("numbering.lines.v1", userId.toString(), "line.opened").data();
  }

  /** Begins all calls at the same moment and returns what they return. */
  protected static <T> List<T> atOnce(List<Callable<T>> calls) {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
      List<Future<T>> results =
          calls.stream()
              .map(call ->
                  threads.submit(() -> {
                    start.await();
                    return call.call();
                  }))
              .toList();
      start.countDown();
      List<T> values = new ArrayList<>();
      for (Future<T> result : results) {
        values.add(result.get(30, TimeUnit.SECONDS));
      }
      return values;
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  protected long count(String sql, Object... parameters) {
    return database().sql(sql).params(parameters).query(Long.class).single();
  }

  /** Waits until the service has taken the event in. */
  protected void awaitTaken(UUID eventId) {
    await(
        "event " + eventId,
        () -> count("select count(*) from inbox where event_id = ?", eventId) > 0);
  }

  /** Waits until the service has taken the event in and sent what follows from it. */
  protected void awaitSent(UUID eventId) {
    awaitTaken(eventId);
    await("empty outbox", () -> count("select count(*) from outbox") == 0);
  }

  /** Waits up to 15 s. */
  protected static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("did not come true: " + what);
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
