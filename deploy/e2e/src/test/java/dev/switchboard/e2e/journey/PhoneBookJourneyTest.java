package dev.switchboard.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.RunningSuite;
import dev.switchboard.e2e.client.Await;
import dev.switchboard.e2e.client.Company;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/**
 * A service that was built on the contracts alone, in another language: docs/examples/phone-book.
 */
class PhoneBookJourneyTest extends JourneyTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final long SEED = 20261130;

  private final List<PhoneBookProgram> programs = new ArrayList<>();
  private final Random random = new Random(SEED);

  /** Of one person, as the book and as the list tell it. */
  private record Person(String name, String numbers, String extension, String bridge, String plan) {
    static Person listed(JsonNode row) {
      return new Person(
          row.path("firstName").asString() + " " + row.path("lastName").asString(),
          row.path("directNumbers").toString(),
          row.path("extension").asString(""),
          row.path("bridgeId").asString(""),
          row.path("plan").asString(""));
    }

    static Person booked(JsonNode entry) {
      return new Person(
          entry.path("name").asString(),
          entry.path("numbers").toString(),
          entry.path("extension").asString(""),
          entry.path("bridgeId").asString(""),
          entry.path("plan").asString(""));
    }
  }

  @BeforeAll
  @Timeout(value = 4, unit = TimeUnit.MINUTES)
  static void install() throws Exception {
    PhoneBookProgram.install();
  }

  @AfterEach
  void end() {
    programs.forEach(PhoneBookProgram::close);
  }

  @Test
  @DisplayName(
      "K2 always there, late, after a replay, restarted anywhere: one phone book, the list's")
  void onePhoneBook() throws Exception {
    PhoneBookProgram always = start("always");
    PhoneBookProgram replayed = start("replayed");
    PhoneBookProgram shuffled = start("shuffled");
    Company company = Company.signUp(baseUrl(), 1, 2, 1);
    List<String> users = new ArrayList<>();
    for (String plan : List.of("PLUS", "PLUS", "PRO")) {
      String email = Company.newEmail("book");
      users.add(company.invite(email, plan, false).expect(201).body().path("id").asString());
      awaitSettled(company, email);
      restartAnywhere(shuffled);
    }
    String leaver = users.get(0);
    String returner = users.get(1);
    String stayer = users.get(2);
    order(company, stayer);
    takeBack(company);
    company.admin().delete("/users/" + leaver).expect(204);
    company.admin().delete("/users/" + returner).expect(204);
    awaitBook(always, company);
    assertThat(always.users().propertyNames()).contains(stayer).doesNotContain(leaver, returner);
    restartAnywhere(shuffled);
    company
        .admin()
        .post("/users/" + returner + "/restore", Map.of("acceptCharges", true))
        .expect(200);
    Map<String, Object> name = Map.of("firstName", "Josefa");
    company.admin().patch("/users/" + stayer, name, "*").expect(200);
    restartAnywhere(shuffled);
    awaitAllSettled(company);

    replayed.kill();
    replayed.forgetAllPlaces();
    replayed.start();
    PhoneBookProgram late = start("late");

    for (PhoneBookProgram program : programs) {
      awaitBook(program, company);
    }
    assertThat(booked(late, company).get(stayer).name()).startsWith("Josefa ");
    Await.until(
        "all books are the same, with the people of all companies",
        SOON,
        () -> programs.stream().map(PhoneBookJourneyTest::all).distinct().count() == 1);
    assertThat(booked(late, company)).doesNotContainKey(leaver).hasSize(3);
  }

  private PhoneBookProgram start(String name) throws Exception {
    PhoneBookProgram program =
        PhoneBookProgram.start(RunningSuite.get().kafka().bootstrapServers(), name);
    programs.add(program);
    return program;
  }

  /** Killed at once, and started again where any partition may be anywhere before. */
  private void restartAnywhere(PhoneBookProgram program) throws Exception {
    Await.until("it has begun", SOON, () -> !program.users().isEmpty());
    program.kill();
    program.forgetPlaces(random);
    program.start();
  }

  private static void awaitBook(PhoneBookProgram program, Company company) throws Exception {
    try {
      Await.until(
          "the book is the list", SOON, () -> booked(program, company).equals(listed(company)));
    } catch (AssertionError late) {
      assertThat(booked(program, company)).as(program.log()).isEqualTo(listed(company));
      throw late;
    }
    assertThat(program.isAlive()).as(program.log()).isTrue();
  }

  private static Map<String, Person> booked(PhoneBookProgram program, Company company)
      throws IOException {
    Map<String, Person> people = new HashMap<>();
    program
        .users()
        .properties()
        .forEach(entry -> {
          if (entry
              .getValue()
              .path("accountId")
              .asString()
              .equals(company.accountId().toString())) {
            people.put(entry.getKey(), Person.booked(entry.getValue()));
          }
        });
    return people;
  }

  private static Map<String, Person> listed(Company company) throws IOException {
    Map<String, Person> people = new HashMap<>();
    company
        .list()
        .path("items")
        .forEach(row -> people.put(row.path("id").asString(), Person.listed(row)));
    return people;
  }

  private static JsonNode all(PhoneBookProgram program) {
    try {
      return program.users();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitAllSettled(Company company) throws Exception {
    Await.until(
        "everybody has plan and extension",
        SOON,
        () ->
            company
                .list()
                .path("items")
                .valueStream()
                .allMatch(row -> row.hasNonNull("plan") && row.hasNonNull("extension")));
  }

  private static void order(Company company, String user) throws Exception {
    String number =
        company
            .admin()
            .get("/phone-numbers/available?limit=200")
            .expect(200)
            .body()
            .path("items")
            .path(7)
            .path("number")
            .asString();
    company
        .admin()
        .post("/phone-numbers", Map.of("number", number, "assignTo", user, "acceptCharges", true))
        .expect(201);
    Await.until(
        "the list shows the number",
        SOON,
        () -> listed(company).get(user).numbers().contains(number));
  }

  /** A transaction that is taken back: nobody has ever written this record. */
  private static void takeBack(Company company) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                RunningSuite.get().kafka().bootstrapServers(),
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                "taken-back-" + UUID.randomUUID()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      String ghost = UUID.randomUUID().toString();
      String value =
          """
          {"userId":"%s","accountId":"%s","version":1,"firstName":"Nobody","lastName":"At All","directNumbers":[]}\
          """
              .formatted(ghost, company.accountId());
      producer
          .send(new ProducerRecord<>("user.directory.v1", ghost, value))
          .get(20, TimeUnit.SECONDS);
      producer.abortTransaction();
    }
  }
}
