package dev.switchboard.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.client.Await;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.client.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an admin is told before he says yes is what the next statement shows. */
class PlanJourneyTest extends JourneyTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  @Test
  @DisplayName("B6 C1 E6 another plan: quoted, refused without consent, done, seen, and taken back")
  void plan() throws Exception {
    Company company = Company.signUp(baseUrl(), 1, 1, 0);
    String email = Company.newEmail("plan");
    String user = company.invite(email, "PLUS", false).expect(201).body().path("id").asString();
    awaitSettled(company, email);
    long before = nextTotal(company);
    JsonNode quote = quote(company, Map.of("type", "CHANGE_PLAN", "userId", user, "plan", "PRO"));

    Answer refused = company.admin().put("/users/" + user + "/plan", Map.of("plan", "PRO"));
    assertThat(refused.status()).isEqualTo(402);
    assertThat(refused.code()).isEqualTo("plan.charge-not-accepted");
    assertThat(nextTotal(company)).isEqualTo(before);

    company
        .admin()
        .put("/users/" + user + "/plan", Map.of("plan", "PRO", "acceptCharges", true))
        .expect(200);
    assertThat(company.row(email).path("plan").asString()).as("B5 at once").isEqualTo("PRO");
    assertThat(nextTotal(company)).isEqualTo(before + difference(quote)).isGreaterThan(before);

    company.admin().put("/users/" + user + "/plan", Map.of("plan", "PLUS")).expect(200);
    assertThat(company.row(email).path("plan").asString()).isEqualTo("PLUS");
    assertThat(nextTotal(company)).as("E4 there and back").isEqualTo(before);
  }

  @Test
  @DisplayName("E3 C1 each quote, followed by its act, moves the next statement by exactly that")
  void quotes() throws Exception {
    Company company = Company.signUp(baseUrl(), 1, 0, 0);
    awaitSettled(company, company.adminEmail());
    long before = nextTotal(company);

    long added = difference(quote(company, Map.of("type", "ADD_USER", "plan", "PLUS")));
    String email = Company.newEmail("quoted");
    String user = company.invite(email, "PLUS", true).expect(201).body().path("id").asString();
    awaitSettled(company, email);
    assertThat(nextTotal(company)).isEqualTo(before + added).isGreaterThan(before);

    before = nextTotal(company);
    long ordered = difference(quote(company, Map.of("type", "ADD_NUMBER")));
    JsonNode offered =
        company.admin().get("/phone-numbers/available?limit=200").expect(200).body().path("items");
    String number = offered.path((int) (Math.random() * 200)).path("number").asString();
    company
        .admin()
        .post(
            "/phone-numbers",
            Map.of("number", number, "acceptCharges", true),
            UUID.randomUUID().toString())
        .expect(201);
    awaitTotal(company, before + ordered);

    before = nextTotal(company);
    long given =
        difference(
            quote(company, Map.of("type", "ASSIGN_NUMBER", "number", number, "userId", user)));
    company
        .admin()
        .put("/phone-numbers/" + number.replace("+", "%2B") + "/assignment", Map.of("userId", user))
        .expect(200);
    awaitTotal(company, before + given);
    assertThat(given).as("included in PLUS").isNegative();

    before = nextTotal(company);
    long deleted = difference(quote(company, Map.of("type", "DELETE_USER", "userId", user)));
    company.admin().delete("/users/" + user).expect(204);
    awaitTotal(company, before + deleted);
  }

  @Test
  @DisplayName(
      "E5 the first statement comes with the sign-up, by itself, and charges what was bought")
  void firstStatement() throws Exception {
    Company company = Company.signUp(baseUrl(), 2, 1, 0);
    Await.until("the first statement", SOON, () -> statements(company).size() == 1);

    JsonNode only = statements(company).path(0);
    JsonNode statement =
        company.admin().get("/statements/" + only.path("id").asString()).expect(200).body();
    assertThat(statement.path("total").path("amountCents").asLong())
        .isEqualTo(
            company
                .admin()
                .get("/statements/next")
                .expect(200)
                .body()
                .path("monthly")
                .path("amountCents")
                .asLong());
    assertThat(
            statement
                .path("lines")
                .valueStream()
                .map(line -> line.path("plan").asString() + " " + line.path("quantity").asInt()))
        .containsExactly("BASIC 2", "PLUS 1");
  }

  private static JsonNode statements(Company company) throws Exception {
    return company.admin().get("/statements").expect(200).body().path("items");
  }

  private static JsonNode quote(Company company, Map<String, Object> change) throws Exception {
    return company
        .admin()
        .post("/quotes", Map.of("changes", List.of(new HashMap<>(change))))
        .expect(200)
        .body();
  }

  private static long difference(JsonNode quote) {
    JsonNode next = quote.path("nextStatement");
    return next.path("after").path("amountCents").asLong()
        - next.path("before").path("amountCents").asLong();
  }

  private static long nextTotal(Company company) throws Exception {
    return company
        .admin()
        .get("/statements/next")
        .expect(200)
        .body()
        .path("total")
        .path("amountCents")
        .asLong();
  }

  /** Billing hears of numbers and deletions by events. */
  private static void awaitTotal(Company company, long cents) throws Exception {
    Await.until("the next statement is " + cents, SOON, () -> nextTotal(company) == cents);
  }
}
