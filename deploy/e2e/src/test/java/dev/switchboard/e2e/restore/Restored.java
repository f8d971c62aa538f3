package dev.switchboard.e2e.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.Steps;
import dev.switchboard.e2e.audit.Quiet;
import dev.switchboard.e2e.audit.VerifyMain;
import dev.switchboard.e2e.operator.Operator;
import dev.switchboard.local.Suite;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * A suite whose databases are of before and whose topics are new.
 *
 * @param topicsSince when the topics were made
 */
record Restored(Suite suite, String topicsSince) {
  private static final Duration QUIET = Duration.ofMinutes(3);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);

  /** Republishes every topic that can be told again, and rebuilds the list of users. */
  void tellAgain(Steps steps) throws Exception {
    Operator operator = new Operator(suite::managementUrl);
    for (String topic : new TreeSet<>(Operator.OWNERS.keySet())) {
      int least = topic.equals("user.accounts.v1") ? 0 : 1; // erased ones only, and none is
      steps.take(
          "  " + topic, () -> assertThat(operator.republish(topic)).isGreaterThanOrEqualTo(least));
    }
    operator.rebuildDirectory();
    for (String topic : Operator.OF_DIRECTORY) {
      operator.republish(topic);
    }
    assertThat(Quiet.of(suite).await(QUIET)).isEmpty();
  }

  /** As {@code deploy/e2e/verify --topics-since} does. */
  void verify() throws Exception {
    Map<String, String> environment = new HashMap<>();
    for (String database : ServerAccess.DATABASES) {
      String prefix = database.toUpperCase(Locale.ROOT) + "_DATABASE_";
      environment.put(prefix + "URL", suite.postgres().url(database));
      environment.put(prefix + "USER", database);
      environment.put(prefix + "PASSWORD", suite.secret("service-password"));
    }
    environment.put("KAFKA_BOOTSTRAP_SERVERS", suite.kafka().bootstrapServers());
    environment.put(VerifyMain.TOPICS_SINCE, topicsSince);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    int exit =
        VerifyMain.run(
            environment,
            new PrintStream(printed, true, StandardCharsets.UTF_8),
            QUIET,
            BETWEEN_LOOKS);
    assertThat(exit).as(printed.toString(StandardCharsets.UTF_8)).isZero();
  }
}
