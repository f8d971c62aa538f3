package dev.switchboard.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** One unsent event. */
record OutboxRow(
    long sequence,
    String topic,
    String key,
    Map<String, String> headers,
    byte @Nullable [] payload) {

  ProducerRecord<byte[], byte[]> toRecord() {
    ProducerRecord<byte[], byte[]> producerRecord =
        new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), payload);
    Headers target = producerRecord.headers();
    headers.forEach((name, value) -> target.add(name, value.getBytes(StandardCharsets.UTF_8)));
    return producerRecord;
  }
}
