package dev.switchboard.bench.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

  @Test
  @DisplayName("A stall counts for every call that it held up")
  void stall() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    try (OpenLoop loop =
        new OpenLoop(
            100,
            Duration.ofMillis(200),
            1,
            worker ->
                work(() -> {
                  if (calls.getAndIncrement() == 0) {
                    Thread.sleep(200);
                  }
                }))) {
      double[] times = loop.await();
      assertThat(times).hasSize(20);
      assertThat(times[0]).isGreaterThanOrEqualTo(200);
      assertThat(times[10]).isGreaterThanOrEqualTo(90);
    }
  }

  @Test
  @DisplayName("A failed call is counted, and the others go on")
  void failure() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    try (OpenLoop loop =
        new OpenLoop(
            1000,
            Duration.ofMillis(20),
            2,
            worker ->
                work(() -> {
                  if (calls.getAndIncrement() == 3) {
                    throw new IOException("refused");
                  }
                }))) {
      assertThat(loop.await()).hasSize(20);
      assertThat(loop.failures()).isEqualTo(1);
      assertThat(calls).hasValue(20);
    }
  }

  private interface Step {
    void run() throws Exception;
  }

  private static Work work(Step step) {
    return new Work() {
      @Override
      public void once() throws Exception {
        step.run();
      }

      @Override
      public void close() {}
    };
  }
}
