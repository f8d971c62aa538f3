package dev.switchboard.platform.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Relays one shard: leases it, reads by sequence, sends inside one Kafka transaction, then puts
 * away. The fixed transactional id fences a former owner that was paused and comes back. A batch
 * that was sent but not put away is sent again: consumers expect each event twice.
 */
final class ShardRelay implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(ShardRelay.class);
  private static final Duration PAUSE_AFTER_ERROR = Duration.ofMillis(500);

  private final int shard;
  private final String owner;
  private final OutboxTable table;
  private final OutboxProperties properties;
  private final ShardSignal signal;
  private final Function<Integer, Producer<byte[], byte[]>> producers;
  private @Nullable Producer<byte[], byte[]> producer;
  private boolean leased;
  private long renewAt;
  private int oneByOne; // so many events are sent each in a transaction of its own
  private volatile boolean stopped;

  ShardRelay(
      int shard,
      String owner,
      OutboxTable table,
      OutboxProperties properties,
      ShardSignal signal,
      Function<Integer, Producer<byte[], byte[]>> producers) {
    this.shard = shard;
    this.owner = owner;
    this.table = table;
    this.properties = properties;
    this.signal = signal;
    this.producers = producers;
  }

  @Override
  public void run() {
    doubtLease();
    try {
      while (!stopped) {
        try {
          Duration pause = step();
          if (pause.isPositive()) {
            signal.await(shard, pause);
          }
        } catch (RuntimeException e) {
          log.warn("Outbox shard {} waits: {}", shard, e.toString());
          doubtLease(); // it may be another's by now: ask the table before fencing anybody
          closeProducer();
          Thread.sleep(PAUSE_AFTER_ERROR);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closeProducer();
      giveBack();
    }
  }

  void stop() {
    stopped = true;
    signal.wake(shard);
  }

  /** One look at the table; returns how long to wait before the next. */
  private Duration step() {
    if (!holdsLease()) {
      closeProducer();
      return properties.lease().dividedBy(4);
    }
    List<OutboxRow> rows = table.next(shard, oneByOne > 0 ? 1 : properties.batch());
    if (rows.isEmpty()) {
      return properties.poll();
    }
    Producer<byte[], byte[]> current = producer;
    if (current == null) {
      // Fence the former owner first, then make sure that the lease is still held, then read anew:
      // rows read before could have been sent, and overtaken, by an owner in between.
      createProducer();
      doubtLease();
      return Duration.ZERO;
    }
    List<Future<RecordMetadata>> results = new ArrayList<>(rows.size());
    try {
      current.beginTransaction();
      for (OutboxRow row : rows) {
        results.add(current.send(row.toRecord()));
      }
      current.commitTransaction();
    } catch (KafkaException e) {
      if (!isRecordRefused(results)) {
        throw e;
      }
      refused(rows, results);
      current.abortTransaction();
      return Duration.ZERO;
    }
    table.moveToSent(rows);
    oneByOne = Math.max(0, oneByOne - rows.size());
    return Duration.ZERO;
  }

  /**
   * Only errors of the record itself block its key; a broker that is away blocks nothing. In a
   * batch the client gives the error of one record to all that it had not sent yet, so who is to
   * blame shows only when each is sent alone.
   */
  private void refused(List<OutboxRow> rows, List<Future<RecordMetadata>> results) {
    if (rows.size() > 1) {
      oneByOne = rows.size();
      return;
    }
    OutboxRow row = rows.getFirst();
    log.error(
        "Event {} of key {} on {} can't be sent; its key waits",
        row.sequence(),
        row.key(),
        row.topic(),
        failure(results.getFirst()));
    table.block(row, properties.retryBlocked());
    oneByOne = Math.max(0, oneByOne - 1);
  }

  private static boolean isRecordRefused(List<Future<RecordMetadata>> results) {
    return results.stream()
        .map(ShardRelay::failure)
        .anyMatch(error ->
            error instanceof RecordTooLargeException
                || error instanceof RecordBatchTooLargeException
                || error instanceof InvalidTopicException);
  }

  private static @Nullable Throwable failure(Future<RecordMetadata> result) {
    return result.isDone() && result.state() == Future.State.FAILED ? result.exceptionNow() : null;
  }

  private boolean holdsLease() {
    long now = System.nanoTime();
    if (now - renewAt >= 0) {
      leased = table.lease(shard, owner, properties.lease());
      renewAt = now + properties.lease().dividedBy(4).toNanos();
    }
    return leased;
  }

  private void doubtLease() {
    leased = false;
    renewAt = System.nanoTime();
  }

  private void createProducer() {
    Producer<byte[], byte[]> created = producers.apply(shard);
    producer = created;
    created.initTransactions();
  }

  private void closeProducer() {
    Producer<byte[], byte[]> current = producer;
    producer = null;
    if (current == null) {
      return;
    }
    try {
      current.close(Duration.ofSeconds(2));
    } catch (KafkaException e) {
      log.info("Producer of outbox shard {} did not close cleanly: {}", shard, e.toString());
    }
  }

  private void giveBack() {
    try {
      table.release(shard, owner);
    } catch (DataAccessException e) {
      log.info("Outbox shard {} is left to its lease: {}", shard, e.toString());
    }
  }
}
