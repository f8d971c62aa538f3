package dev.switchboard.platform.outbox;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.platform.sample.Wire;
import dev.switchboard.platform.testing.TestDatabase;
import dev.switchboard.platform.testing.TestKafka;
import dev.switchboard.platform.testing.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** An outbox in a database of its own, with a topic of its own and any number of relays. */
final class OutboxFixture implements AutoCloseable {
  static final Duration LEASE = Duration.ofMillis(800);

  private final String service = "service-" + UUID.randomUUID();
  private final String topic = "sample." + UUID.randomUUID() + ".v1";
  private final JsonMapper json = JsonMapper.builder().build();
  private final List<Runnable> resources = new ArrayList<>();
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final OutboxTable table;
  private final OutboxProperties properties;
  private final ShardSignal signal;
  private final Outbox outbox;

  OutboxFixture(int shards) {
    this(shards, Map.of());
  }

  OutboxFixture(int shards, Map<String, String> topicConfig) {
    Wire.createTopic(topic, 2, topicConfig);
    HikariDataSource dataSource = new HikariDataSource(pool());
    resources.add(dataSource::close);
    jdbc = new JdbcTemplate(dataSource);
    transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    table = new OutboxTable(jdbc, json);
    properties =
        new OutboxProperties(
            shards,
            50,
            Duration.ofMillis(50),
            LEASE,
            Duration.ofMillis(400),
            Duration.ofHours(1),
            List.of());
    signal = new ShardSignal(shards);
    outbox =
        new Outbox(
            jdbc,
            json,
            Clock.systemUTC(),
            service,
            properties,
            signal,
            Tracer.NOOP,
            Propagator.NOOP,
            new WrittenEvents(new SimpleMeterRegistry(), List.of()));
    table.createShards(shards);
  }

  private static HikariConfig pool() {
    TestDatabase database = TestPostgres.newDatabase();
    Flyway.configure()
        .dataSource(database.url(), database.ownerUser(), database.password())
        .locations("classpath:db/platform", "classpath:db/migration")
        .placeholders(Map.of("serviceRole", database.user()))
        .load()
        .migrate();
    createCounters(database);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.url());
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.setMaximumPoolSize(24);
    config.setMinimumIdle(2);
    return config;
  }

  /** A stand-in for aggregates: one versioned row for each key. */
  private static void createCounters(TestDatabase database) {
    JdbcTemplate owner =
        new JdbcTemplate(
            new DriverManagerDataSource(database.url(), database.ownerUser(), database.password()));
    owner.execute("create table counter (key text primary key, version int not null default 0)");
    owner.execute("grant select, insert, update on counter to " + database.user());
  }

  String topic() {
    return topic;
  }

  OutboxTable table() {
    return table;
  }

  JdbcTemplate jdbc() {
    return jdbc;
  }

  TransactionTemplate transaction() {
    return transaction;
  }

  /** Writes one event in the transaction of the caller. */
  void add(String key, @Nullable Object data) {
    outbox.add(new OutgoingEvent(topic, key, "thing.changed", null, data));
  }

  /** Writes one event in a transaction of its own. */
  void addCommitted(String key, Object data) {
    transaction.executeWithoutResult(status -> add(key, data));
  }

  /** Changes an aggregate: its next version, with the event of it, in one transaction. */
  void change(String key, boolean commit) {
    transaction.executeWithoutResult(status -> {
      Integer version =
          jdbc.queryForObject(
              """
              insert into counter as known (key, version) values (?, 1)
              on conflict (key) do update set version = known.version + 1 returning version
              """,
              Integer.class,
              key);
      add(key, version);
      if (!commit) {
        status.setRollbackOnly();
      }
    });
  }

  /** How many changes were committed. */
  int committed() {
    Integer sum = jdbc.queryForObject("select sum(version) from counter", Integer.class);
    return sum == null ? 0 : sum;
  }

  /** The versions of a key that its consumers have to see. */
  List<String> versions(String key) {
    Integer last =
        jdbc.queryForObject("select version from counter where key = ?", Integer.class, key);
    return IntStream.rangeClosed(1, last == null ? 0 : last).mapToObj(Integer::toString).toList();
  }

  /** An instance's relay of all shards; not started. */
  OutboxRelay relay() {
    OutboxRelay relay =
        new OutboxRelay(
            service,
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers()),
            table,
            properties,
            signal);
    resources.add(relay::stop);
    return relay;
  }

  /** An instance's relay of the first shard on a thread of its own, with producers of the test. */
  Thread startShard(String owner, Function<Producer<byte[], byte[]>, Producer<byte[], byte[]>> as) {
    OutboxRelay source = relay();
    ShardRelay relay =
        new ShardRelay(
            0, owner, table, properties, signal, shard -> as.apply(source.createProducer(shard)));
    Thread thread = Thread.ofPlatform().daemon().name("relay-" + owner).start(relay);
    resources.add(() -> {
      relay.stop();
      await().until(() -> !thread.isAlive());
    });
    return thread;
  }

  int rows() {
    Integer count = jdbc.queryForObject("select count(*) from outbox", Integer.class);
    return count == null ? 0 : count;
  }

  /** What consumers with an inbox see of each key: first deliveries, in order. */
  static Map<String, List<String>> firstDeliveries(List<Wire.Read> records) {
    Set<String> seen = new LinkedHashSet<>();
    Map<String, List<String>> byKey = new LinkedHashMap<>();
    for (Wire.Read each : records) {
      if (seen.add(each.id())) {
        byKey
            .computeIfAbsent(String.valueOf(each.key()), key -> new ArrayList<>())
            .add(String.valueOf(each.value()));
      }
    }
    return byKey;
  }

  static long distinct(List<Wire.Read> records) {
    return records.stream().map(Wire.Read::id).distinct().count();
  }

  @Override
  public void close() {
    resources.reversed().forEach(Runnable::run);
  }
}
