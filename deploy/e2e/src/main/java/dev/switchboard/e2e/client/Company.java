package dev.switchboard.e2e.client;

import dev.switchboard.local.client.Answer;
import dev.switchboard.local.client.Client;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A company of its own for one journey, with its signed-in admin. */
public final class Company {
  /** The password of every person of a journey. */
  public static final String PASSWORD = "four lighthouses at low tide";

  /** The one that a person takes after it. */
  public static final String OTHER_PASSWORD = "eleven slow barges upstream";

  /** A voicemail PIN that is no other number of a journey. */
  public static final String PIN = "5839204716";

  private final String baseUrl;
  private final Client admin;
  private final UUID accountId;
  private final String adminEmail;
  private final String mainNumber;

  private Company(
      String baseUrl, Client admin, UUID accountId, String adminEmail, String mainNumber) {
    this.baseUrl = baseUrl;
    this.admin = admin;
    this.accountId = accountId;
    this.adminEmail = adminEmail;
    this.mainNumber = mainNumber;
  }

  /** Signs up with so many slots; the admin takes one BASIC slot. */
  public static Company signUp(String baseUrl, int basic, int plus, int pro) throws IOException {
    Client admin = new Client(baseUrl);
    String email = newEmail("admin");
    String number =
        admin
            .get("/phone-numbers/available?country=US&limit=200")
            .expect(200)
            .body()
            .path("items")
            .path((int) (Math.random() * 200))
            .path("number")
            .asString();
    Answer answer =
        admin
            .post(
                "/accounts",
                Map.of(
                    "companyName",
                    "Harbor Light Books",
                    "timeZone",
                    "America/New_York",
                    "mainNumber",
                    number,
                    "slots",
                    Map.of("BASIC", basic, "PLUS", plus, "PRO", pro),
                    "admin",
                    Map.of(
                        "firstName", "Ada",
                        "lastName", "Ngata",
                        "email", email,
                        "password", PASSWORD,
                        "plan", "BASIC")))
            .expect(201);
    admin.signIn(email, PASSWORD).expect(200);
    UUID accountId = UUID.fromString(answer.body().path("accountId").asString());
    return new Company(baseUrl, admin, accountId, email, number);
  }

  /** An address that nobody else has. */
  public static String newEmail(String name) {
    return name + "." + UUID.randomUUID().toString().substring(0, 13) + "@harborlight.example";
  }

  public Client admin() {
    return admin;
  }

  public UUID accountId() {
    return accountId;
  }

  public String adminEmail() {
    return adminEmail;
  }

  public String mainNumber() {
    return mainNumber;
  }

  /** Another browser, without a session. */
  public Client stranger() {
    return new Client(baseUrl);
  }

  /** Invites a person. */
  public Answer invite(String email, String plan, boolean acceptCharges) throws IOException {
    return admin.post(
        "/users", invitation(email, plan, acceptCharges), UUID.randomUUID().toString());
  }

  /** The body of an invitation. */
  public static Map<String, Object> invitation(String email, String plan, boolean acceptCharges) {
    return Map.of(
        "firstName", "José",
        "lastName", "Okafor",
        "email", email,
        "plan", plan,
        "acceptCharges", acceptCharges);
  }

  /** The first page of the list. */
  public JsonNode list() throws IOException {
    return admin.get("/users?limit=200").expect(200).body();
  }

  /** The row of this address. */
  public JsonNode row(String email) throws IOException {
    return list()
        .path("items")
        .valueStream()
        .filter(row -> row.path("email").asString().equals(email))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not in the list: " + email));
  }
}
