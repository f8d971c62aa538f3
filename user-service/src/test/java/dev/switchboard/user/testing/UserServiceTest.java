package dev.switchboard.user.testing;

import static dev.switchboard.user.testing.Company.read;

import dev.switchboard.platform.crypto.Seal;
import dev.switchboard.platform.testing.ServiceTest;
import dev.switchboard.platform.testing.TestClock;
import dev.switchboard.platform.testing.TestTokens;
import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.platform.time.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every integration test of this service has at hand. Passwords are hashed at little cost, as
 * most tests need some; {@code CredentialPropertiesTest} knows the real one. Floods wait for the
 * database and for a hash as long as the slowest machine needs: a 503 is not what they are about.
 */
@ServiceTest
@TestPropertySource(
    properties = {
      "switchboard.password.argon2.memory-kib=512",
      "switchboard.password.argon2.iterations=1",
      "switchboard.password.hash-wait=30s",
      "spring.datasource.hikari.connection-timeout=30000"
    })
@Import({MappedEndpoints.class, UserChanges.class})
public abstract class UserServiceTest {
  @Autowired protected MockMvc http;
  @Autowired protected TestTokens tokens;
  @Autowired protected TestTopics topics;
  @Autowired protected TestClock clock;
  @Autowired protected JsonMapper json;
  @Autowired private Environment environment;

  protected Company.Maker companies;

  @BeforeEach
  protected void makeCompanies() {
    companies = new Company.Maker(http, tokens, json, topics);
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  /** The database with all its rows, past row-level security. */
  protected JdbcClient database() {
    return JdbcClient.create(dataSource());
  }

  /** The same, for transactions of the test's own. */
  protected DataSource dataSource() {
    String superuserUrl = environment.getRequiredProperty("test.database.superuser-url");
    String name = environment.getRequiredProperty("DATABASE_USER");
    String url = superuserUrl.replaceFirst("/[^/]*$", "/" + name);
    return new DriverManagerDataSource(url, "postgres", "postgres");
  }

  /** A setting of the running service. */
  protected String environment(String name) {
    return environment.getRequiredProperty(name);
  }

  protected MockHttpServletResponse post(String path, Object body) {
    return Company.send(http, MockMvcRequestBuilders.post(path), json, body);
  }

  protected MockHttpServletResponse get(String path, RequestPostProcessor caller) {
    return Company.perform(http, MockMvcRequestBuilders.get(path).with(caller));
  }

  protected MockHttpServletResponse delete(String path, RequestPostProcessor caller) {
    return Company.perform(http, MockMvcRequestBuilders.delete(path).with(caller));
  }

  protected MockHttpServletResponse post(String path, Object body, RequestPostProcessor caller) {
    return Company.send(http, MockMvcRequestBuilders.post(path).with(caller), json, body);
  }

  protected MockHttpServletResponse put(
      String path, Object body, RequestPostProcessor caller, @Nullable String ifMatch) {
    MockHttpServletRequestBuilder request = MockMvcRequestBuilders.put(path).with(caller);
    return Company.send(
        http, ifMatch == null ? request : request.header("If-Match", ifMatch), json, body);
  }

  protected MockHttpServletResponse put(String path, Object body, RequestPostProcessor caller) {
    return Company.send(http, MockMvcRequestBuilders.put(path).with(caller), json, body);
  }

  protected MockHttpServletResponse signIn(String email, String password) {
    return post("/api/v1/session", Map.of("email", email, "password", password));
  }

  /** A sign-in from the browser with this device cookie, as the gateway passes it on. */
  protected MockHttpServletResponse signInFrom(String device, String email, String password) {
    return Company.send(
        http,
        MockMvcRequestBuilders.post("/api/v1/session").header("X-Switchboard-Device", device),
        json,
        Map.of("email", email, "password", password));
  }

  /** The secret that the browser of a sign-in is known by. */
  protected static String deviceSecret(MockHttpServletResponse signedIn) {
    return signedIn.getHeaders(HttpHeaders.SET_COOKIE).stream()
        .filter(cookie -> cookie.startsWith("__Host-switchboard-device="))
        .map(cookie -> cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')))
        .findFirst()
        .orElseThrow();
  }

  /** Whether the session of a sign-in is alive. */
  protected boolean isAlive(MockHttpServletResponse signedIn) {
    return post("/internal/token-exchange", Map.of("session", sessionSecret(signedIn))).getStatus()
        == 200;
  }

  /** Calls with the session of a sign-in, and the role that it has, as the gateway would. */
  protected RequestPostProcessor as(MockHttpServletResponse signedIn) {
    JsonNode exchanged =
        body(post("/internal/token-exchange", Map.of("session", sessionSecret(signedIn))));
    return tokens.session(
        UUID.fromString(exchanged.path("accountId").asString()),
        UUID.fromString(exchanged.path("userId").asString()),
        UUID.fromString(exchanged.path("sessionId").asString()));
  }

  /** Somebody with role USER who has joined with this address and {@link Company#PASSWORD}. */
  protected UUID joined(Company company, String email) {
    UUID userId = company.invited(email, "BASIC");
    company.occupySeat(userId, "BASIC", 1);
    MockHttpServletResponse accepted =
        post(
            "/api/v1/invitations/accept",
            Map.of("token", linkSecret(userId, 1), "password", Company.PASSWORD));
    if (accepted.getStatus() != 204) {
      throw new AssertionError(read(accepted));
    }
    return userId;
  }

  /** The actions in the audit log that were done to this subject, the oldest first. */
  protected List<String> audited(UUID subject) {
    return database()
        .sql("select action from audit_entry where subject_id = ? order by at, entry_id")
        .param(subject.toString())
        .query(String.class)
        .list();
  }

  /** The mails of this template that were asked for, the oldest first. */
  protected List<JsonNode> mails(UUID userId, String template) {
    return topics.all("notification.commands.v1", userId.toString()).stream()
        .map(TestTopics.Event::data)
        .filter(mail -> mail.path("template").asString().equals(template))
        .toList();
  }

  /** The same, as soon as there are so many. */
  protected List<JsonNode> awaitMails(UUID userId, String template, int count) {
    await(count + " of " + template, () -> mails(userId, template).size() >= count);
    return mails(userId, template);
  }

  /** Plays notification-service: opens the sealed link of a mail. */
  protected String linkSecret(JsonNode mail) {
    return new Seal(environment.getRequiredProperty("SWITCHBOARD_LINK_KEY"))
        .open(mail.path("sealedToken").asString());
  }

  /** The secret of the session that a sign-in has just opened. */
  protected static String sessionSecret(MockHttpServletResponse signedIn) {
    String cookie = String.valueOf(signedIn.getHeader(HttpHeaders.SET_COOKIE));
    return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
  }

  /** Plays another service and waits until its event is taken in. */
  protected UUID deliver(String topic, UUID key, String type, UUID accountId, Object data) {
    UUID id = topics.send(topic, key.toString(), type, accountId, data);
    awaitTakenIn(id);
    return id;
  }

  /** Waits until the event's effect is in the database. */
  protected void awaitTakenIn(UUID eventId) {
    await(
        "event " + eventId,
        () ->
            database()
                    .sql("select count(*) from inbox where event_id = ?")
                    .param(eventId)
                    .query(Integer.class)
                    .single()
                > 0);
  }

  /** Plays billing: makes sure that there is a price list. */
  protected void publishPrices() {
    if (database().sql("select count(*) from plan_price").query(Integer.class).single() == 0) {
      UUID id = Ids.next();
      topics.send(
          "billing.price-lists.v1",
          "USD",
          "price-list.published",
          null,
          priceList(1, "2026-01-01", 1499),
          id);
      awaitTakenIn(id);
    }
  }

  /** A price list with this price of BASIC. */
  protected static Map<String, Object> priceList(long version, String from, long basicCents) {
    return Map.of(
        "version",
        version,
        "currency",
        "USD",
        "effectiveFrom",
        from,
        "plans",
        List.of(plan("BASIC", basicCents), plan("PLUS", 1999), plan("PRO", 2999)),
        "additionalNumberCents",
        499);
  }

  private static Map<String, Object> plan(String code, long cents) {
    return Map.of(
        "code", code, "monthlyPriceCents", cents, "includedNumbers", 0, "features", List.of());
  }

  protected JsonNode body(MockHttpServletResponse answer) {
    return json.readTree(read(answer));
  }

  protected String code(MockHttpServletResponse answer) {
    return body(answer).path("code").asString();
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

  /** Plays notification-service: opens the sealed link of the user's latest mail. */
  protected String linkSecret(UUID userId, int mails) {
    await(
        "mail " + mails + " of " + userId,
        () -> topics.all("notification.commands.v1", userId.toString()).size() >= mails);
    return linkSecret(
        topics.all("notification.commands.v1", userId.toString()).get(mails - 1).data());
  }
}
