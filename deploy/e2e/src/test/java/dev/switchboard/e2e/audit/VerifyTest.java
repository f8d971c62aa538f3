package dev.switchboard.e2e.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.RunningSuite;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.Suite;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The auditor as a program, with what an operator can give it: the services' own roles. */
@Timeout(300)
class VerifyTest {
  private static final Duration QUIET = Duration.ofMinutes(1);
  private static final Duration SOON = Duration.ofMillis(10);

  private static Suite suite;
  private static Company company;
  private static Databases databases;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeAll
  static void startSuite() throws Exception {
    suite = RunningSuite.get();
    databases = new Databases(Deployment.of(suite));
    company = Company.signUp(suite.baseUrl(), 2, 0, 0);
    company.invite(Company.newEmail("verified"), "BASIC", false).expect(201);
    assertThat(Quiet.of(suite).await(QUIET)).isEmpty();
  }

  @Test
  @DisplayName("Nothing is wrong: exit code 0, with and without the mails")
  void clean() throws Exception {
    Map<String, String> environment = environment();
    assertThat(run(environment, QUIET)).as(printed()).isZero();
    environment.put("MAIL_URL", suite.mailUrl());
    assertThat(run(environment, QUIET)).as(printed()).isZero();
    assertThat(printed()).isEqualTo("0 violations\n0 violations\n");
  }

  @Test
  @DisplayName("Something is wrong: it is named, exit code 1; also where it is never quiet")
  void damaged() throws Exception {
    damage(
        "insert into extension (account_id, code, holder_kind, holder_id) values ('%s', 999, 'USER', gen_random_uuid())",
        () -> {
          assertThat(run(environment(), QUIET)).isEqualTo(1);
          assertThat(printed()).startsWith("I2: ").contains("999").endsWith("1 violations\n");
          printed.reset();
          assertThat(run(environment(), Duration.ZERO)).isEqualTo(1);
          assertThat(printed()).contains("I2: ").contains("1 violations");
        });
  }

  @Test
  @DisplayName("After a restore, what was taken in before the topics were made anew is on no topic")
  void topicsMadeAnew() throws Exception {
    UUID event = UUID.randomUUID();
    databases.update(
        Databases.NUMBERING,
        "insert into inbox (event_id, consumer) values ('%s', 'numbering-service')"
            .formatted(event));
    try {
      Map<String, String> environment = environment();
      assertThat(run(environment, QUIET)).isEqualTo(1);
      assertThat(printed()).contains(event + ", taken in by numbering-service, is on no topic");
      environment.put(VerifyMain.TOPICS_SINCE, Instant.now().toString());
      printed.reset();
      assertThat(run(environment, QUIET)).as(printed()).isZero();
    } finally {
      databases.update(
          Databases.NUMBERING, "delete from inbox where event_id = '%s'".formatted(event));
    }
  }

  @Test
  @DisplayName("It can't look: exit code 2 and why")
  void unable() throws Exception {
    Map<String, String> environment = environment();
    environment.put("BILLING_SERVICE_DATABASE_PASSWORD", "wrong");
    assertThat(run(environment, Duration.ZERO)).isEqualTo(2);
    assertThat(printed()).contains("Can't verify: ", "password authentication failed");
    environment.remove("BILLING_SERVICE_DATABASE_PASSWORD");
    assertThat(run(environment, Duration.ZERO)).isEqualTo(2);
    assertThat(printed()).contains("BILLING_SERVICE_DATABASE_PASSWORD is not set");
    environment = environment();
    environment.put(VerifyMain.TOPICS_SINCE, "noon");
    assertThat(run(environment, Duration.ZERO)).isEqualTo(2);
    assertThat(printed()).contains("TOPICS_SINCE is no time");
  }

  private interface Look {
    void look() throws Exception;
  }

  private static void damage(String sql, Look look) throws Exception {
    databases.update(Databases.NUMBERING, sql.formatted(company.accountId()));
    try {
      look.look();
    } finally {
      databases.update(
          Databases.NUMBERING,
          "delete from extension where account_id = '%s' and code = 999"
              .formatted(company.accountId()));
    }
  }

  private int run(Map<String, String> environment, Duration quiet) throws InterruptedException {
    return VerifyMain.run(
        environment, new PrintStream(printed, true, StandardCharsets.UTF_8), quiet, SOON);
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    for (String name : Databases.ALL) {
      String prefix = name.toUpperCase(Locale.ROOT) + "_DATABASE_";
      environment.put(prefix + "URL", suite.postgres().url(name));
      environment.put(prefix + "USER", name);
      environment.put(prefix + "PASSWORD", suite.secret("service-password"));
    }
    environment.put("KAFKA_BOOTSTRAP_SERVERS", suite.kafka().bootstrapServers());
    return environment;
  }
}
