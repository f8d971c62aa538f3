package dev.switchboard.platform.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay of a shard as soon as a transaction of this instance has committed. */
final class ShardSignal {
  private final Semaphore[] signals;

  ShardSignal(int shards) {
    signals = new Semaphore[shards];
    for (int shard = 0; shard < shards; shard++) {
      signals[shard] = new Semaphore(0);
    }
  }

  void wake(int shard) {
    signals[shard].release();
  }

  /** Waits for a wake-up, at most this long. */
  void await(int shard, Duration atMost) throws InterruptedException {
    if (signals[shard].tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      signals[shard].drainPermits();
    }
  }
}
