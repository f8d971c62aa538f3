package dev.switchboard.platform.sample;

import dev.switchboard.platform.inbox.Subscription;
import dev.switchboard.platform.inbox.Subscriptions;
import dev.switchboard.platform.outbox.Outbox;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The smallest service that uses everything. */
@SpringBootApplication
public class SampleApplication {
  /** The topic that it writes and reads. */
  public static final String TOPIC = "sample.things.v1";

  /** Where its dead letters go. */
  public static final String DEAD_LETTERS = TOPIC + ".sample-service.dlt";

  @Bean
  Faults faults() {
    return new Faults();
  }

  @Bean
  Things thingsOfAccounts(JdbcClient jdbc, Outbox outbox) {
    return new Things(jdbc, outbox);
  }

  @Bean
  ThingsAgain thingsAgain(JdbcClient jdbc) {
    return new ThingsAgain(jdbc);
  }

  @Bean
  Subscription things(Subscriptions subscriptions, JdbcClient jdbc, Faults faults) {
    ThingCopies copies = new ThingCopies(jdbc, faults);
    return subscriptions
        .to(TOPIC)
        .on("thing.changed", ThingV1.class, copies::copy)
        .on("thing.shared", ThingV1.class, copies::copy)
        .on("thing.shared", ThingNameV1.class, copies::rename);
  }
}
