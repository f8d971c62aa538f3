package dev.switchboard.local;

import dev.switchboard.local.client.Answer;
import dev.switchboard.local.client.Client;
import dev.switchboard.local.client.Mailbox;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A company to look around in, made over the API as anybody would: some people have joined, some
 * have not, one mail can't be delivered, and slots are open. Does nothing when it is there already.
 */
final class DemoAccount {
  static final String EMAIL = "admin@demo.example";
  static final String PASSWORD = "switchboard-demo";

  private static final String MEMBER_PASSWORD = "demo-member-of-the-crew";
  private static final Duration MAIL_TIMEOUT = Duration.ofMinutes(2);
  private static final List<Person> PEOPLE =
      List.of(
          new Person("Ana", "Álvarez", "ana@demo.example", "PRO", true),
          new Person("Björn", "Åkesson", "bjorn@demo.example", "BASIC", true),
          new Person("Chiara", "Bianchi", "chiara@demo.example", "PLUS", true),
          new Person("Daniel", "Cohen", "daniel@demo.example", "PLUS", true),
          new Person("Fatima", "El Amrani", "fatima@demo.example", "PRO", true),
          new Person("Grace", "Kim", "grace@demo.example", "BASIC", true),
          new Person("Hiroshi", "Nakamura", "hiroshi@demo.example", "PLUS", true),
          new Person("Ijeoma", "Okonkwo", "ijeoma@demo.example", "BASIC", true),
          new Person("Jonas", "Schmidt", "jonas@demo.example", "BASIC", false),
          new Person("Zoë", "van Dijk", "zoe@demo.example", "PLUS", false),
          new Person("Lost", "Mailbox", "bounce@demo.example", "BASIC", false));

  private final Client client;
  private final Mailbox mailbox;
  private final String baseUrl;

  DemoAccount(Suite suite) {
    this.baseUrl = suite.baseUrl();
    this.client = new Client(baseUrl);
    this.mailbox = new Mailbox(suite.mailUrl());
  }

  private record Person(
      String firstName, String lastName, String email, String plan, boolean joins) {}

  /** Makes what is missing of it. */
  void create(Progress progress) throws IOException {
    if (!client.signIn(EMAIL, PASSWORD).isSuccess()) {
      progress.say("The demo account is being made");
      signUp();
      client.signIn(EMAIL, PASSWORD).expect(200);
    }
    JsonNode users = client.get("/users?limit=200").expect(200).body().path("items");
    for (Person person : PEOPLE) {
      create(person, users);
    }
  }

  private void signUp() throws IOException {
    String number =
        client
            .get("/phone-numbers/available?country=US&areaCode=415&limit=1")
            .expect(200)
            .body()
            .path("items")
            .path(0)
            .path("number")
            .asString();
    client
        .post(
            "/accounts",
            Map.of(
                "companyName",
                "Demo Company",
                "timeZone",
                "America/Los_Angeles",
                "mainNumber",
                number,
                "slots",
                Map.of("BASIC", 6, "PLUS", 6, "PRO", 4),
                "admin",
                Map.of(
                    "firstName", "Alex",
                    "lastName", "Morgan",
                    "email", EMAIL,
                    "password", PASSWORD,
                    "plan", "PRO")))
        .expect(201);
  }

  private void create(Person person, JsonNode users) throws IOException {
    String state =
        users
            .valueStream()
            .filter(user -> user.path("email").asString().equals(person.email()))
            .map(user -> user.path("state").asString())
            .findFirst()
            .orElse("");
    if (state.isEmpty()) {
      invite(person);
    }
    if (person.joins() && !state.equals("ACTIVE")) {
      join(person);
    }
  }

  private void invite(Person person) throws IOException {
    client
        .post(
            "/users",
            Map.of(
                "firstName", person.firstName(),
                "lastName", person.lastName(),
                "email", person.email(),
                "plan", person.plan(),
                "acceptCharges", false),
            UUID.randomUUID().toString())
        .expect(201);
  }

  private void join(Person person) throws IOException {
    String token = mailbox.await(person.email(), 1, MAIL_TIMEOUT).joinToken();
    Answer answer =
        new Client(baseUrl)
            .post("/invitations/accept", Map.of("token", token, "password", MEMBER_PASSWORD));
    if (!answer.isSuccess() && !answer.code().equals("invitation.used")) {
      answer.expect(204);
    }
  }
}
