package dev.switchboard.e2e.journey;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts calls through as a voice platform would that knows two topics and nothing else: it reads
 * them from their beginning and keeps the last state of each number and line.
 */
final class VoicePlatform implements AutoCloseable {
  private static final String NUMBERS = "numbering.numbers.v1";
  private static final String LINES = "numbering.lines.v1";
  private static final Duration POLL = Duration.ofMillis(200);

  private final JsonMapper json = JsonMapper.builder().build();
  private final KafkaConsumer<String, String> consumer;
  private final Map<String, JsonNode> numbers = new HashMap<>();
  private final Map<String, JsonNode> lines = new HashMap<>();

  VoicePlatform(String bootstrapServers) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer());
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : List.of(NUMBERS, LINES)) {
      consumer
          .partitionsFor(topic)
          .forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /**
   * What becomes of a call.
   *
   * @param answers GREETING, USER, VOICEMAIL, FORWARD; or NOT_IN_SERVICE
   * @param user whose phones ring, or whose box answers
   * @param forwardTo where the call rings or goes as well
   * @param screening whether it is put through there only to who presses 1
   */
  record Route(
      String answers, @Nullable String user, @Nullable String forwardTo, boolean screening) {}

  /** Takes in what has been told since, in whatever order topics and partitions come. */
  void catchUp() {
    while (true) {
      var records = consumer.poll(POLL);
      if (records.isEmpty()) {
        return;
      }
      records.forEach(record -> keep(record.topic().equals(NUMBERS) ? numbers : lines, record));
    }
  }

  private void keep(Map<String, JsonNode> states, ConsumerRecord<String, String> record) {
    JsonNode state = json.readTree(record.value().getBytes(StandardCharsets.UTF_8));
    states.merge(
        record.key(),
        state,
        (known, told) ->
            known.path("version").asLong() < told.path("version").asLong() ? told : known);
  }

  /** Where a call to this number goes. */
  Route route(String number) {
    JsonNode called = numbers.get(number);
    if (called == null || !called.hasNonNull("destination")) {
      return new Route("NOT_IN_SERVICE", null, null, false);
    }
    JsonNode destination = called.path("destination");
    String type = destination.path("type").asString();
    String user = text(destination, "userId");
    return switch (type) {
      case "USER" -> ring(String.valueOf(user));
      case "FORWARD" ->
          new Route(
              type, null, text(destination, "number"), destination.path("screening").asBoolean());
      default -> new Route(type, user, null, false);
    };
  }

  /** Who is gone has no phones: the company's greeting answers. */
  private Route ring(String user) {
    return Optional.ofNullable(lines.get(user))
        .filter(line -> line.path("state").asString().equals("OPEN"))
        .map(line ->
            new Route("USER", user, text(line, "forwardTo"), line.path("screening").asBoolean()))
        .orElse(new Route("GREETING", null, null, false));
  }

  private static @Nullable String text(JsonNode node, String property) {
    return node.hasNonNull(property) ? node.path(property).asString() : null;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
