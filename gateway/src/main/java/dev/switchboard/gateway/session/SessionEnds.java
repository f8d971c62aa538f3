package dev.switchboard.gateway.session;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads every partition of user.sessions.v1 from its end, in every instance of the gateway, and
 * knows how far it has seen: only what was asked of user-service after the reading began, and while
 * the reading keeps up, may be used for long.
 */
@Component
class SessionEnds implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(SessionEnds.class);
  private static final String TOPIC = "user.sessions.v1";
  private static final String TYPE = "session.ended";
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration CONTACT = Duration.ofSeconds(2);
  private static final Duration LOOK_AT_PARTITIONS = Duration.ofSeconds(30);

  private final ConsumerFactory<byte[], byte[]> consumers;
  private final EndedSessions ended;
  private final SessionProperties properties;
  private final Ticker ticker;
  private final JsonMapper json;

  private volatile @Nullable Seen seen;
  private volatile @Nullable Consumer<byte[], byte[]> reading;
  private volatile boolean running;
  private boolean reachable = true;

  SessionEnds(
      ConsumerFactory<byte[], byte[]> sessionEndConsumers,
      EndedSessions ended,
      SessionProperties properties,
      Ticker ticker,
      JsonMapper json,
      MeterRegistry metrics) {
    this.consumers = sessionEndConsumers;
    this.ended = ended;
    this.properties = properties;
    this.ticker = ticker;
    this.json = json;
    Gauge.builder("switchboard.gateway.session.ends.seen", () -> isSeenSince(ticker.read()) ? 1 : 0)
        .description("1 while ends of sessions arrive, 0 while Kafka is out of reach")
        .register(metrics);
  }

  /** All ends between these two times (ticker's) are known. */
  private record Seen(long from, long to) {}

  /** Part of the event's data that matters here. */
  private record SessionEnded(@Nullable UUID userId, @Nullable UUID sessionId) {}

  /** Whether every end since then (ticker's time) has been seen, up to a moment ago. */
  boolean isSeenSince(long then) {
    Seen now = seen;
    return now != null
        && then - now.from() >= 0
        && ticker.read() - now.to() < properties.feedSilence().toNanos();
  }

  @Override
  public void start() {
    running = true;
    Thread.ofPlatform().name("session-ends").daemon().start(this::readForEver);
  }

  @Override
  public void stop() {
    running = false;
    Consumer<byte[], byte[]> consumer = reading;
    if (consumer != null) {
      consumer.wakeup();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void readForEver() {
    while (running) {
      try (Consumer<byte[], byte[]> consumer = consumers.createConsumer()) {
        reading = consumer;
        read(consumer);
      } catch (WakeupException stopped) {
        log.debug("Reading of session ends is stopped");
      } catch (KafkaException failure) {
        outOfReach(failure);
      } finally {
        reading = null;
        // What was asked until a new beginning is no longer covered.
        seen = null;
      }
    }
  }

  /** Returns when the topic has got more partitions, to begin anew with all of them. */
  private void read(Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions = partitions(consumer);
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(partition -> consumer.position(partition, CONTACT));
    // Ends before these positions were known to user-service when it was asked after now.
    long from = ticker.read();
    long lookAgain = from + LOOK_AT_PARTITIONS.toNanos();
    while (running) {
      try {
        see(consumer, partitions, from);
        if (ticker.read() - lookAgain >= 0) {
          lookAgain = ticker.read() + LOOK_AT_PARTITIONS.toNanos();
          if (partitions(consumer).size() != partitions.size()) {
            return;
          }
        }
      } catch (TimeoutException failure) {
        // The positions stay: nothing is missed when the broker is back.
        outOfReach(failure);
      }
    }
  }

  private void see(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, long from) {
    long asOf = ticker.read();
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, CONTACT);
    do {
      consumer.poll(POLL).forEach(this::apply);
    } while (running
        && partitions.stream()
            .anyMatch(partition ->
                consumer.position(partition, CONTACT) < ends.getOrDefault(partition, 0L)));
    if (!reachable) {
      log.info("Session ends arrive");
    }
    reachable = true;
    seen = new Seen(from, asOf);
  }

  private void outOfReach(KafkaException failure) {
    if (reachable) {
      log.warn("Session ends do not arrive, tokens are kept shortly: {}", failure.toString());
    }
    reachable = false;
    pause();
  }

  private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(TOPIC, CONTACT).stream()
            .map(info -> new TopicPartition(TOPIC, info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new KafkaException(TOPIC + " does not exist yet");
    }
    return partitions;
  }

  private void apply(ConsumerRecord<byte[], byte[]> event) {
    Header type = event.headers().lastHeader("ce_type");
    if (type == null || !TYPE.equals(new String(type.value(), StandardCharsets.UTF_8))) {
      return;
    }
    try {
      SessionEnded end = json.readValue(orNothing(event.value()), SessionEnded.class);
      if (end.sessionId() != null) {
        ended.endSession(end.sessionId());
      } else if (end.userId() != null) {
        ended.endAllOf(end.userId());
      } else {
        endByKey(event, null);
      }
    } catch (JacksonException unreadable) {
      endByKey(event, unreadable);
    }
  }

  /** The key is the user: better all of his sessions are asked for again than one lives on. */
  private void endByKey(
      ConsumerRecord<byte[], byte[]> event, @Nullable JacksonException unreadable) {
    log.error("An event at {}-{} can't be read", event.partition(), event.offset(), unreadable);
    try {
      ended.endAllOf(UUID.fromString(new String(orNothing(event.key()), StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException noUser) {
      log.error("Its key is no user either: {}", noUser.toString());
    }
  }

  private static byte[] orNothing(byte @Nullable [] bytes) {
    return bytes == null ? new byte[0] : bytes;
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
