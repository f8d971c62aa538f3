package dev.switchboard.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  @DisplayName("A burst is taken at once, then one token per interval")
  void burstThenRate() {
    TokenBucket bucket = new TokenBucket(2, 3, 0);
    for (int i = 0; i < 3; i++) {
      assertThat(bucket.take(0)).isZero();
    }
    assertThat(bucket.take(0)).isEqualTo(Duration.ofMillis(500));
    assertThat(bucket.take(SECOND / 4)).isEqualTo(Duration.ofMillis(250));
    assertThat(bucket.take(SECOND / 2)).isZero();
    assertThat(bucket.take(SECOND / 2)).isPositive();
  }

  @Test
  @DisplayName("It never holds more than the burst, however long nobody came")
  void neverMoreThanBurst() {
    TokenBucket bucket = new TokenBucket(100, 2, 0);
    assertThat(bucket.take(3600 * SECOND)).isZero();
    assertThat(bucket.take(3600 * SECOND)).isZero();
    assertThat(bucket.take(3600 * SECOND)).isPositive();
  }

  @Test
  @DisplayName("A reading of the time that is older than the last takes and gives nothing extra")
  void olderTimeGivesNothing() {
    TokenBucket bucket = new TokenBucket(1, 1, 10 * SECOND);
    assertThat(bucket.take(10 * SECOND)).isZero();
    assertThat(bucket.take(5 * SECOND)).isEqualTo(Duration.ofSeconds(1));
    assertThat(bucket.take(11 * SECOND)).isZero();
  }

  @Test
  @DisplayName("32 at once take no more than there are")
  void onlyAsManyAsThereAre() throws Exception {
    TokenBucket bucket = new TokenBucket(1, 10, 0);
    CyclicBarrier together = new CyclicBarrier(32);
    try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
      List<Future<Boolean>> taken = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        taken.add(
            threads.submit(() -> {
              together.await();
              return bucket.take(0).isZero();
            }));
      }
      int count = 0;
      for (Future<Boolean> one : taken) {
        count += one.get() ? 1 : 0;
      }
      assertThat(count).isEqualTo(10);
    }
  }
}
