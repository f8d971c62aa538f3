package dev.switchboard.platform.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.context.SmartLifecycle;

/** Runs the relay of every shard as threads of this instance. */
final class OutboxRelay implements SmartLifecycle {
  private static final Duration STOP = Duration.ofSeconds(8);

  private final String serviceName;
  private final Map<String, Object> kafka;
  private final OutboxTable table;
  private final OutboxProperties properties;
  private final ShardSignal signal;
  private final String owner = UUID.randomUUID().toString();
  private final List<ShardRelay> relays = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  /**
   * @param kafka where the brokers are and how to be let in; the rest is decided here
   */
  OutboxRelay(
      String serviceName,
      Map<String, Object> kafka,
      OutboxTable table,
      OutboxProperties properties,
      ShardSignal signal) {
    this.serviceName = serviceName;
    this.kafka = kafka;
    this.table = table;
    this.properties = properties;
    this.signal = signal;
  }

  @Override
  public void start() {
    table.createShards(properties.shards());
    for (int shard = 0; shard < properties.shards(); shard++) {
      ShardRelay relay =
          new ShardRelay(shard, owner, table, properties, signal, this::createProducer);
      relays.add(relay);
      threads.add(Thread.ofPlatform().name("outbox-" + shard).daemon().start(relay));
    }
  }

  @Override
  public void stop() {
    relays.forEach(ShardRelay::stop);
    long end = System.nanoTime() + STOP.toNanos();
    try {
      for (Thread thread : threads) {
        if (!thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
          thread.interrupt();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    relays.clear();
    threads.clear();
  }

  @Override
  public boolean isRunning() {
    return !relays.isEmpty();
  }

  /** Whether every shard has a living thread; a dead one would leave its events unsent for ever. */
  boolean isAlive() {
    return threads.stream().allMatch(Thread::isAlive);
  }

  /** Starts first and stops last among the parts that work on messages and requests. */
  @Override
  public int getPhase() {
    return 0;
  }

  Producer<byte[], byte[]> createProducer(int shard) {
    Properties config = new Properties();
    config.putAll(kafka);
    config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, serviceName + "-outbox-" + shard);
    config.put(ProducerConfig.CLIENT_ID_CONFIG, serviceName + "-outbox-" + shard);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "5000");
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "10000");
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) TimeUnit.SECONDS.toMillis(15));
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 16L * 1024 * 1024);
    return new KafkaProducer<>(config);
  }
}
