package dev.switchboard.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;

/**
 * Puts a record that can't be handled on {@code <topic>.<service>.dlt} with its cause, and parks
 * its key: later events of the same aggregate wait behind it until it is redriven.
 */
final class DeadLetters implements ConsumerAwareRecordRecoverer {
  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

  private final JdbcTemplate jdbc;
  private final DeadLetterPublishingRecoverer publisher;
  private final MeterRegistry meters;
  private final String consumer;

  DeadLetters(
      JdbcTemplate jdbc, KafkaOperations<?, ?> kafka, MeterRegistry meters, String consumer) {
    this.jdbc = jdbc;
    this.meters = meters;
    this.consumer = consumer;
    this.publisher =
        new DeadLetterPublishingRecoverer(
            kafka, (event, cause) -> new TopicPartition(deadLetterTopic(event.topic()), -1));
    publisher.setFailIfSendResultIsError(true);
  }

  private String deadLetterTopic(String topic) {
    return topic + "." + consumer + ".dlt";
  }

  @Override
  public void accept(
      ConsumerRecord<?, ?> event,
      @Nullable Consumer<?, ?> kafkaConsumer,
      @Nullable Exception cause) {
    log.error(
        "Dead letter: {}-{}@{} key {}",
        event.topic(),
        event.partition(),
        event.offset(),
        text(event.key()),
        cause);
    publisher.accept(
        event, kafkaConsumer, cause == null ? new BrokenEventException("no cause") : cause);
    Object key = event.key();
    if (key != null) {
      jdbc.update(
          "insert into parked_key (consumer, topic, key, event_id) values (?, ?, ?, ?) on conflict do nothing",
          consumer,
          event.topic(),
          text(key),
          header(event, "ce_id"));
    }
    meters.counter("switchboard.dead.letters", "topic", event.topic()).increment();
  }

  private static @Nullable String header(ConsumerRecord<?, ?> event, String name) {
    Header header = event.headers().lastHeader(name);
    return header == null ? null : text(header.value());
  }

  private static String text(@Nullable Object value) {
    return value instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : String.valueOf(value);
  }
}
