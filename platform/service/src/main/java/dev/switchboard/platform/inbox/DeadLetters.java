package dev.switchboard.platform.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;

/**
 * Keeps a record that can't be handled, with its cause, in the table {@code dead_letter} and on
 * {@code <topic>.<service>.dlt}. Later events of its key are kept behind it, in the table only,
 * until all are redriven in order; neither retention nor committed offsets lose them.
 */
final class DeadLetters implements ConsumerAwareRecordRecoverer, DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

  private final DeadLetterTable table;
  private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
  private final DeadLetterPublishingRecoverer publisher;
  private final MeterRegistry meters;
  private final String consumer;

  DeadLetters(
      DeadLetterTable table, Map<String, Object> kafka, MeterRegistry meters, String consumer) {
    this.table = table;
    this.meters = meters;
    this.consumer = consumer;
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "10000");
    this.producers = new DefaultKafkaProducerFactory<>(settings);
    this.publisher =
        new DeadLetterPublishingRecoverer(
            new KafkaTemplate<>(producers),
            (event, cause) -> new TopicPartition(deadLetterTopic(event.topic()), -1));
    publisher.setFailIfSendResultIsError(true);
    publisher.excludeHeader(DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd.EX_STACKTRACE);
  }

  private String deadLetterTopic(String topic) {
    return topic + "." + consumer + ".dlt";
  }

  @Override
  public void accept(
      ConsumerRecord<?, ?> event,
      @Nullable Consumer<?, ?> kafkaConsumer,
      @Nullable Exception failure) {
    boolean waits = failure != null && WaitsBehindDeadLetterException.isIn(failure);
    // The table first: were the key not parked when the record is on the topic, the next could
    // pass.
    table
        .keep(event, waits ? null : causeOf(failure))
        .ifPresentOrElse(
            cause -> publish(event, kafkaConsumer, cause),
            () ->
                log.info(
                    "{}-{}@{} waits behind a dead letter",
                    event.topic(),
                    event.partition(),
                    event.offset()));
  }

  private void publish(
      ConsumerRecord<?, ?> event, @Nullable Consumer<?, ?> kafkaConsumer, String cause) {
    log.error("Dead letter {}-{}@{}: {}", event.topic(), event.partition(), event.offset(), cause);
    try {
      publisher.accept(event, kafkaConsumer, new BrokenEventException(cause));
    } catch (RuntimeException e) {
      if (!(e.getCause() instanceof RecordTooLargeException)) {
        throw e;
      }
      log.error("The dead letter is too large for its topic; the table dead_letter has it", e);
    }
    ofTopic(event.topic()).increment();
  }

  /** Counts those of this topic from 0, so that already the first one is an increase. */
  void watch(String topic) {
    ofTopic(topic);
  }

  private Counter ofTopic(String topic) {
    return meters.counter("switchboard.dead.letters", "topic", topic);
  }

  /** What went wrong, without the stack and without Spring's wrapping. */
  static String causeOf(@Nullable Throwable failure) {
    Throwable root = failure;
    while (root != null && !(root instanceof BrokenEventException) && root.getCause() != null) {
      root = root.getCause();
    }
    return switch (root) {
      case null -> "unknown";
      case BrokenEventException broken -> String.valueOf(broken.getMessage());
      default -> WireEvent.text(root.getClass().getSimpleName() + ": " + root.getMessage());
    };
  }

  @Override
  public void destroy() {
    producers.destroy();
  }
}
