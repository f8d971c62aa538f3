package dev.switchboard.user.testing;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.switchboard.platform.testing.TestTokens;
import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.platform.time.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An account of its own for one test, signed up over HTTP, and its admin's requests. */
public final class Company {
  public static final String PASSWORD = "a-quiet-harbour-at-dawn";

  private final MockMvc http;
  private final TestTokens tokens;
  private final JsonMapper json;
  private final TestTopics topics;
  private final String adminEmail;
  private final UUID accountId;
  private final UUID adminId;

  private Company(
      MockMvc http,
      TestTokens tokens,
      JsonMapper json,
      TestTopics topics,
      String adminEmail,
      JsonNode signedUp) {
    this.http = http;
    this.tokens = tokens;
    this.json = json;
    this.topics = topics;
    this.adminEmail = adminEmail;
    this.accountId = UUID.fromString(signedUp.path("accountId").asString());
    this.adminId = UUID.fromString(signedUp.path("userId").asString());
  }

  /** Makes companies. */
  public record Maker(MockMvc http, TestTokens tokens, JsonMapper json, TestTopics topics) {

    /** Signs a company up with so many slots of BASIC (one is the admin's), PLUS and PRO. */
    public Company signUp(int basic, int plus, int pro) {
      String email = newEmail("admin");
      MockHttpServletResponse answer =
          send(http, post("/api/v1/accounts"), json, signUpBody(email, basic, plus, pro));
      if (answer.getStatus() != 201) {
        throw new AssertionError(answer.getStatus() + " " + read(answer));
      }
      return new Company(http, tokens, json, topics, email, json.readTree(read(answer)));
    }
  }

  public static Map<String, Object> signUpBody(String email, int basic, int plus, int pro) {
    return Map.of(
        "companyName",
        "Harbor Light Books",
        "timeZone",
        "America/New_York",
        "mainNumber",
        newNumber(),
        "slots",
        Map.of("BASIC", basic, "PLUS", plus, "PRO", pro),
        "admin",
        Map.of(
            "firstName",
            "Ada",
            "lastName",
            "Ngata",
            "email",
            email,
            "password",
            PASSWORD,
            "plan",
            "BASIC"));
  }

  public static String newEmail(String name) {
    return name
        + "."
        + Ids.next().toString().substring(24)
        + ThreadLocalRandom.current().nextInt(1000)
        + "@harborlight.example";
  }

  public static String newNumber() {
    return "+1202%07d".formatted(ThreadLocalRandom.current().nextInt(2_000_000, 10_000_000));
  }

  public UUID accountId() {
    return accountId;
  }

  public UUID adminId() {
    return adminId;
  }

  public String adminEmail() {
    return adminEmail;
  }

  public RequestPostProcessor asAdmin() {
    return tokens.admin(accountId, adminId);
  }

  public MockHttpServletResponse invite(String email, String plan, boolean acceptCharges) {
    return send(
        http,
        post("/api/v1/users").with(asAdmin()),
        json,
        Map.of(
            "firstName",
            "José",
            "lastName",
            "Okafor",
            "email",
            email,
            "plan",
            plan,
            "acceptCharges",
            acceptCharges));
  }

  /** The body of an invitation. */
  public static Map<String, Object> person(
      String firstName, String lastName, String email, String plan) {
    return Map.of("firstName", firstName, "lastName", lastName, "email", email, "plan", plan);
  }

  /** Invites a person of this name into an open slot and returns his id. */
  public UUID invited(String firstName, String lastName, String plan) {
    return id(
        send(
            http,
            post("/api/v1/users").with(asAdmin()),
            json,
            person(firstName, lastName, newEmail("person"), plan)));
  }

  private UUID id(MockHttpServletResponse answer) {
    if (answer.getStatus() != 201) {
      throw new AssertionError(answer.getStatus() + " " + read(answer));
    }
    return UUID.fromString(json.readTree(read(answer)).path("id").asString());
  }

  /** Invites into an open slot and returns the new user's id. */
  public UUID invited(String email, String plan) {
    return id(invite(email, plan, false));
  }

  /** Plays billing: the user has this seat. */
  public void occupySeat(UUID userId, String plan, long version) {
    topics.send(
        "billing.seats.v1",
        userId.toString(),
        "seat.occupied",
        accountId,
        seat(userId, plan, version));
  }

  public Map<String, Object> seat(UUID userId, String plan, long version) {
    return Map.of(
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
        "SIGN_UP",
        "since",
        "2026-11-02T14:29:00.031Z");
  }

  /** Plays billing: no seat for the user. */
  public void refuseSeat(UUID userId, String plan) {
    topics.send(
        "billing.seats.v1",
        userId.toString(),
        "seat.refused",
        accountId,
        Map.of(
            "accountId",
            accountId,
            "version",
            1,
            "changed",
            List.of("state"),
            "actor",
            Map.of("type", "SYSTEM"),
            "userId",
            userId,
            "state",
            "REFUSED",
            "plan",
            plan,
            "reason",
            "NO_CONSENT",
            "since",
            "2026-11-02T14:29:00.031Z"));
  }

  public Map<String, Object> line(UUID userId, String extension, long version) {
    return Map.of(
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
        "OPEN",
        "extension",
        extension,
        "bridgeId",
        "4827109365",
        "directNumbers",
        List.of("+12025550143"));
  }

  /** Plays numbering: the line is open. */
  public void openLine(UUID userId, String extension, long version) {
    topics.send(
        "numbering.lines.v1",
        userId.toString(),
        "line.opened",
        accountId,
        line(userId, extension, version));
  }

  /** The list as the admin sees it. */
  public JsonNode list(String query) {
    MockHttpServletResponse answer = perform(http, get("/api/v1/users" + query).with(asAdmin()));
    if (answer.getStatus() != 200) {
      throw new AssertionError(answer.getStatus() + " " + read(answer));
    }
    return json.readTree(read(answer));
  }

  /** The user's row in the list. */
  public JsonNode row(UUID userId) {
    return list("?limit=200")
        .path("items")
        .valueStream()
        .filter(item -> item.path("id").asString().equals(userId.toString()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not in the list: " + userId));
  }

  public static MockHttpServletResponse send(
      MockMvc http, MockHttpServletRequestBuilder request, JsonMapper json, Object body) {
    return perform(
        http,
        request.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsBytes(body)));
  }

  public static MockHttpServletResponse perform(
      MockMvc http, MockHttpServletRequestBuilder request) {
    try {
      return http.perform(request).andReturn().getResponse();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  public static String read(MockHttpServletResponse answer) {
    return new String(answer.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
