package dev.switchboard.e2e.journey;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** Tells how much people have called, as a voice platform would that knows the contract only. */
public final class CallCounter implements AutoCloseable {
  private static final String TOPIC = "voice.call-usage.v1";

  private final JsonMapper json = JsonMapper.builder().build();
  private final KafkaProducer<String, String> producer;

  /** Where its broker is. */
  public CallCounter(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
            new StringSerializer(),
            new StringSerializer());
  }

  /** The total of a user and month so far, in whole minutes. */
  public void tell(UUID account, String user, YearMonth month, long version, long minutes)
      throws Exception {
    ProducerRecord<String, String> event =
        new ProducerRecord<>(
            TOPIC,
            user,
            json.writeValueAsString(
                Map.of(
                    "accountId",
                    account,
                    "version",
                    version,
                    "changed",
                    List.of("seconds", "calls"),
                    "actor",
                    Map.of("type", "SYSTEM"),
                    "userId",
                    user,
                    "month",
                    month.toString(),
                    "seconds",
                    minutes * 60,
                    "calls",
                    minutes)));
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            sortable().toString(),
            "ce_type",
            "call-usage.counted",
            "ce_source",
            "/switchboard/voice-platform",
            "ce_subject",
            user,
            "ce_time",
            Instant.now().toString(),
            "ce_accountid",
            account.toString(),
            "content-type",
            "application/json")
        .forEach(
            (name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    producer.send(event).get(20, TimeUnit.SECONDS);
  }

  /** UUIDv7, as the contract wants it. */
  private static UUID sortable() {
    UUID random = UUID.randomUUID();
    long time = System.currentTimeMillis() << 16;
    return new UUID(
        time | 0x7000 | (random.getMostSignificantBits() & 0xfff),
        random.getLeastSignificantBits());
  }

  @Override
  public void close() {
    producer.close();
  }
}
