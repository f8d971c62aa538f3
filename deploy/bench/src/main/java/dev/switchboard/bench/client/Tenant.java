package dev.switchboard.bench.client;

import dev.switchboard.local.Suite;
import dev.switchboard.local.client.Client;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A company that has signed up at the gateway, and its signed-in admin. */
public final class Tenant {
  private static final String PASSWORD = "four lighthouses at low tide";
  private static final String SESSION = "__Host-switchboard-session";
  private static final String CSRF = "XSRF-TOKEN";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Client client;
  private final URI gateway;
  private final URI userService;
  private final UUID accountId;
  private final UUID adminId;
  private final String email;

  private Tenant(Client client, Suite suite, UUID accountId, UUID adminId, String email) {
    this.client = client;
    this.gateway = URI.create(suite.baseUrl());
    this.userService = suite.serviceUrl("user-service");
    this.accountId = accountId;
    this.adminId = adminId;
    this.email = email;
  }

  static Tenant signUp(Suite suite, String mainNumber) throws IOException {
    Client client = new Client(suite.baseUrl());
    client.get("/phone-numbers/available?country=US&limit=1");
    String email = "admin." + UUID.randomUUID().toString().substring(0, 13) + "@bench.example";
    client.post("/accounts", company(mainNumber, email)).expect(201);
    client.signIn(email, PASSWORD).expect(200);
    JsonNode session = client.get("/session").expect(200).body();
    UUID accountId = UUID.fromString(session.path("account").path("id").asString());
    UUID adminId = UUID.fromString(session.path("user").path("id").asString());
    return new Tenant(client, suite, accountId, adminId, email);
  }

  private static Map<String, Object> company(String mainNumber, String email) {
    Map<String, String> admin =
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
            "BASIC");
    return Map.of(
        "companyName",
        "Bench",
        "timeZone",
        "America/New_York",
        "mainNumber",
        mainNumber,
        "slots",
        Map.of("BASIC", 1, "PLUS", 0, "PRO", 0),
        "admin",
        admin);
  }

  /** The company's account. */
  public UUID accountId() {
    return accountId;
  }

  /** Its admin. */
  public UUID adminId() {
    return adminId;
  }

  /** The gateway's address. */
  public URI gateway() {
    return gateway;
  }

  /** The address of user-service, past the gateway. */
  public URI userService() {
    return userService;
  }

  /** GET at the gateway, of a path below {@code /api/v1}. */
  public byte[] get(String path) {
    return request("GET", path, "Cookie: " + client.cookieHeader() + "\r\n", new byte[0]);
  }

  /**
   * GET at user-service itself, with an internal token that lives for a minute.
   *
   * @throws IOException when no token can be had
   */
  public byte[] directGet(String path) throws IOException {
    return request("GET", path, "Authorization: Bearer " + internalToken() + "\r\n", new byte[0]);
  }

  /** An invitation of someone new, at the company's cost. */
  public byte[] invite(String firstName, String lastName) {
    byte[] body =
        JSON.writeValueAsBytes(
            Map.of(
                "firstName",
                firstName,
                "lastName",
                lastName,
                "email",
                UUID.randomUUID() + "@bench.example",
                "plan",
                "BASIC",
                "acceptCharges",
                true));
    String headers =
        "Cookie: %s\r\nX-XSRF-TOKEN: %s\r\nIdempotency-Key: %s\r\nContent-Type: application/json\r\n"
            .formatted(client.cookieHeader(), cookie(CSRF), UUID.randomUUID());
    return request("POST", "/users", headers, body);
  }

  /** A sign-in of the admin. */
  public byte[] signIn() {
    return signIn(email, PASSWORD);
  }

  /** A sign-in that fails: nobody has the address. */
  public byte[] wrongSignIn() {
    return signIn(UUID.randomUUID() + "@bench.example", "not the password at all");
  }

  private byte[] signIn(String address, String password) {
    String token = cookie(CSRF);
    return request(
        "POST",
        "/session",
        "Cookie: %s=%s\r\nX-XSRF-TOKEN: %s\r\nContent-Type: application/json\r\n"
            .formatted(CSRF, token, token),
        JSON.writeValueAsBytes(Map.of("email", address, "password", password)));
  }

  private static byte[] request(String method, String path, String headers, byte[] body) {
    String length = body.length == 0 ? "" : "Content-Length: " + body.length + "\r\n";
    byte[] head =
        "%s /api/v1%s HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n%s%s\r\n"
            .formatted(method, path, headers, length)
            .getBytes(StandardCharsets.UTF_8);
    byte[] request = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    return request;
  }

  private String internalToken() throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(userService.resolve("/internal/token-exchange"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofByteArray(
                    JSON.writeValueAsBytes(Map.of("session", cookie(SESSION)))))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      String answer = http.send(request, BodyHandlers.ofString()).body();
      return JSON.readTree(answer).path("tokens").path("user-service").asString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private String cookie(String name) {
    for (String cookie : client.cookieHeader().split("; ")) {
      if (cookie.startsWith(name + "=")) {
        return cookie.substring(name.length() + 1);
      }
    }
    throw new IllegalStateException("no cookie " + name);
  }
}
