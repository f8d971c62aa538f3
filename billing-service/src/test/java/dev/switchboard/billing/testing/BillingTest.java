package dev.switchboard.billing.testing;

import dev.switchboard.platform.testing.ServiceTest;
import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.platform.time.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** What every integration test of this service has at hand; it plays user-service. */
@ServiceTest
@TestPropertySource( // tests run these themselves
    properties = {"switchboard.statements.run-every=P1D", "switchboard.payments.run-every=P1D"})
@Import(FakeProvider.class)
public abstract class BillingTest {
  @Autowired protected MockMvc http;
  @Autowired protected TestTopics topics;
  @Autowired private Environment environment;

  /** An account as user-service tells of it. */
  public record Account(UUID id, UUID admin, UUID adminSlot, List<UUID> openSlots) {}

  /** The database with all its rows, past row-level security. */
  protected JdbcClient database() {
    String url =
        environment
            .getRequiredProperty("test.database.superuser-url")
            .replaceFirst("/[^/]*$", "/" + environment.getRequiredProperty("DATABASE_USER"));
    return JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));
  }

  /** An account that billing has not heard of yet, with so many open slots of a plan. */
  protected static Account newAccount(int openSlots) {
    List<UUID> slots = new ArrayList<>();
    for (int i = 0; i < openSlots; i++) {
      slots.add(Ids.next());
    }
    return new Account(Ids.next(), Ids.next(), Ids.next(), slots);
  }

  /** Tells of the account; its open slots are of this plan, the admin's is PRO. */
  protected UUID tell(Account account, String plan) {
    List<Map<String, Object>> slots = new ArrayList<>();
    slots.add(Map.of("slotId", account.adminSlot(), "plan", "PRO"));
    account.openSlots().forEach(slot -> slots.add(Map.of("slotId", slot, "plan", plan)));
    return topics.send(
        "user.accounts.v1",
        account.id().toString(),
        "account.signed-up",
        account.id(),
        Map.ofEntries(
            Map.entry("accountId", account.id()),
            Map.entry("version", 1),
            Map.entry("changed", List.of("state")),
            Map.entry("actor", Map.of("type", "USER", "userId", account.admin())),
            Map.entry("companyName", "Harbor Light Books"),
            Map.entry("timeZone", "America/New_York"),
            Map.entry("state", "ACTIVE"),
            Map.entry("mainNumber", "+12025550100"),
            Map.entry("slots", slots),
            Map.entry(
                "admin",
                Map.of("userId", account.admin(), "slotId", account.adminSlot(), "plan", "PRO")),
            Map.entry("signedUpAt", "2026-11-02T14:03:05.120Z")));
  }

  /** A known account. */
  protected Account signUp(int openSlots, String plan) {
    Account account = newAccount(openSlots);
    awaitTaken(tell(account, plan));
    return account;
  }

  protected static Map<String, Object> user(
      Account account,
      UUID userId,
      String state,
      String plan,
      @Nullable UUID slot,
      boolean acceptCharges) {
    Map<String, Object> request = new HashMap<>();
    request.put("plan", plan);
    request.put("acceptCharges", acceptCharges);
    if (slot != null) {
      request.put("slotId", slot);
    }
    Map<String, Object> user =
        new HashMap<>(
            Map.ofEntries(
                Map.entry("accountId", account.id()),
                Map.entry("version", state.equals("INVITED") ? 1 : 2),
                Map.entry("changed", List.of("state")),
                Map.entry("actor", Map.of("type", "USER", "userId", account.admin())),
                Map.entry("userId", userId),
                Map.entry("firstName", "José"),
                Map.entry("lastName", "Okafor"),
                Map.entry("email", userId + "@harborlight.example"),
                Map.entry("role", "USER"),
                Map.entry("state", state),
                Map.entry("language", "en"),
                Map.entry("timeZone", "America/New_York"),
                Map.entry("seatRequest", request),
                Map.entry("createdAt", "2026-11-02T14:29:00Z")));
    if (state.equals("WITHDRAWN")) {
      user.put("withdrawnReason", "NO_CONSENT");
    }
    return user;
  }

  protected UUID invite(
      Account account, UUID userId, String plan, @Nullable UUID slot, boolean acceptCharges) {
    return topics.send(
        "user.users.v1",
        userId.toString(),
        "user.invited",
        account.id(),
        user(account, userId, "INVITED", plan, slot, acceptCharges));
  }

  protected UUID withdraw(Account account, UUID userId, String plan) {
    return topics.send(
        "user.users.v1",
        userId.toString(),
        "user.withdrawn",
        account.id(),
        user(account, userId, "WITHDRAWN", plan, null, false));
  }

  /** The one event about the user's seat. */
  protected TestTopics.Event seat(UUID userId) {
    return topics.await("billing.seats.v1", userId.toString(), event -> true);
  }

  /** The open slots as told last. */
  protected List<String> toldOpenSlots(Account account) {
    JsonNode latest = topics.all("billing.accounts.v1", account.id().toString()).getLast().data();
    return latest
        .path("openSlots")
        .valueStream()
        .map(slot -> slot.path("slotId").asString())
        .toList();
  }

  protected long count(String sql, Object... parameters) {
    return database().sql(sql).params(parameters).query(Long.class).single();
  }

  /** Waits until the service has taken the event in and sent what follows from it. */
  protected void awaitTaken(UUID eventId) {
    await(
        "event " + eventId,
        () ->
            count("select count(*) from inbox where event_id = ?", eventId) > 0
                && count("select count(*) from outbox") == 0);
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
