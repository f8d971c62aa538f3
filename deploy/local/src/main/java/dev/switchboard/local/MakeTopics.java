package dev.switchboard.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Makes the topics that are missing on a Kafka of several brokers, and ends: what a deployment runs
 * before the services. Argument: the file with the topics.
 */
public final class MakeTopics {
  /** Where the brokers are. */
  public static final String BROKERS = "KAFKA_BOOTSTRAP_SERVERS";

  /** Copies of each partition. */
  public static final String REPLICAS = "TOPICS_REPLICAS";

  /** Copies that must have a record before it is acknowledged. */
  public static final String IN_SYNC = "TOPICS_MIN_IN_SYNC_REPLICAS";

  /** In front of any further setting of the client: {@code KAFKA_CLIENT_SECURITY_PROTOCOL}. */
  public static final String CLIENT = "KAFKA_CLIENT_";

  private MakeTopics() {}

  /** Ends with a stack trace and 1 when a topic can't be made. */
  public static void main(String[] args) throws IOException {
    Map<String, String> environment = System.getenv();
    try (InputStream file = Files.newInputStream(Path.of(args[0]))) {
      Topics topics = Topics.read(file);
      topics.create(
          client(environment),
          Short.parseShort(required(environment, REPLICAS)),
          Map.of(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, required(environment, IN_SYNC)));
      System.out.println(topics.names().size() + " topics are there");
    }
  }

  /**
   * Settings of the Kafka client in an environment.
   *
   * @throws IllegalArgumentException when it does not say where the brokers are
   */
  public static Map<String, Object> client(Map<String, String> environment) {
    Map<String, Object> client = new HashMap<>();
    environment.forEach((name, value) -> {
      if (name.startsWith(CLIENT)) {
        client.put(
            name.substring(CLIENT.length()).toLowerCase(Locale.ROOT).replace('_', '.'), value);
      }
    });
    client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, required(environment, BROKERS));
    return client;
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is not set");
    }
    return value;
  }
}
