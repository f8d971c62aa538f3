package dev.switchboard.e2e.audit;

import dev.switchboard.local.MakeTopics;
import dev.switchboard.local.Suite;
import dev.switchboard.local.client.Mailbox;
import dev.switchboard.paymentprovider.Charge;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor looks at, wherever it runs.
 *
 * @param databases by their services' names, such as {@code user_service}
 * @param kafka how clients connect
 * @param mailbox of all mails that were sent; null when nobody can see them
 * @param charges the money that the payment provider took; null when nobody can ask it
 * @param logs of all processes; null when they are elsewhere
 * @param topicsSince when the topics were made anew because databases were restored; null when they
 *     have all that they keep
 */
record Deployment(
    Map<String, Access> databases,
    Properties kafka,
    @Nullable Mailbox mailbox,
    @Nullable Supplier<List<Charge>> charges,
    @Nullable Path logs,
    @Nullable Instant topicsSince) {

  /** How a database is reached; reading is enough. */
  record Access(String url, String user, String password) {}

  /** A suite on this machine, of which everything can be seen. */
  static Deployment of(Suite suite) {
    Map<String, Access> databases = new HashMap<>();
    Databases.ALL.forEach(name ->
        databases.put(
            name,
            new Access(
                suite.postgres().url(name),
                suite.postgres().superuser(),
                suite.postgres().superuserPassword())));
    return new Deployment(
        databases,
        connection(suite.kafka().bootstrapServers()),
        new Mailbox(suite.mailUrl()),
        suite.paymentProvider()::charges,
        suite.logs(),
        null);
  }

  /**
   * What the environment names: {@code USER_SERVICE_DATABASE_URL}, {@code …_USER}, {@code
   * …_PASSWORD} and so on for each service, {@code KAFKA_BOOTSTRAP_SERVERS}, {@code KAFKA_CLIENT_*}
   * for other properties of Kafka's clients, {@code MAIL_URL} where the mails can be read, and
   * {@code TOPICS_SINCE} when the topics were made anew.
   *
   * @throws IllegalArgumentException that names a variable that is missing
   */
  static Deployment of(Map<String, String> environment) {
    Map<String, Access> databases = new HashMap<>();
    for (String name : Databases.ALL) {
      String prefix = name.toUpperCase(Locale.ROOT) + "_DATABASE_";
      databases.put(
          name,
          new Access(
              required(environment, prefix + "URL"),
              required(environment, prefix + "USER"),
              required(environment, prefix + "PASSWORD")));
    }
    Properties kafka = new Properties();
    kafka.putAll(MakeTopics.client(environment));
    String mailUrl = environment.getOrDefault("MAIL_URL", "");
    return new Deployment(
        databases,
        kafka,
        mailUrl.isEmpty() ? null : new Mailbox(mailUrl),
        null,
        null,
        topicsSince(environment));
  }

  private static Properties connection(String bootstrapServers) {
    Properties kafka = new Properties();
    kafka.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return kafka;
  }

  private static @Nullable Instant topicsSince(Map<String, String> environment) {
    String time = environment.getOrDefault(VerifyMain.TOPICS_SINCE, "");
    try {
      return time.isEmpty() ? null : Instant.parse(time);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          VerifyMain.TOPICS_SINCE + " is no time such as 2026-01-31T12:00:00Z: " + time, e);
    }
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new IllegalArgumentException(name + " is not set");
    }
    return value;
  }
}
