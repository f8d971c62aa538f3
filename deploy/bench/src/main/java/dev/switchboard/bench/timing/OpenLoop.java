package dev.switchboard.bench.timing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work that comes at a steady rate, whether or not the one before is done. Times are taken from the
 * intended start, so that a stall counts for all that it held up.
 */
public final class OpenLoop implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final int count;
  private final double nanosBetween;
  private final AtomicInteger next = new AtomicInteger();
  private final double[] milliseconds;
  private final AtomicInteger failures = new AtomicInteger();
  private final List<Future<?>> workers = new ArrayList<>();

  /**
   * Begins now.
   *
   * @param workers how many may be under way at once
   */
  public OpenLoop(double perSecond, Duration time, int workers, Work.Factory factory)
      throws Exception {
    this.count = (int) Math.round(perSecond * time.toMillis() / 1000);
    this.nanosBetween = 1e9 / perSecond;
    this.milliseconds = new double[count];
    List<Work> works = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      works.add(factory.open(i));
    }
    long began = System.nanoTime();
    for (Work work : works) {
      this.workers.add(
          threads.submit(() -> {
            try (work) {
              loop(began, work);
            }
            return null;
          }));
    }
  }

  private void loop(long began, Work work) throws InterruptedException {
    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
      long intended = began + (long) (i * nanosBetween);
      long early = intended - System.nanoTime();
      if (early > 0) {
        TimeUnit.NANOSECONDS.sleep(early);
      }
      try {
        work.once();
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        failures.incrementAndGet();
      }
      milliseconds[i] = (System.nanoTime() - intended) / 1e6;
    }
  }

  /** Waits for the end and returns the milliseconds of each. */
  public double[] await() throws Exception {
    for (Future<?> worker : workers) {
      ClosedLoop.result(worker);
    }
    return milliseconds.clone();
  }

  /** How many failed; they count in the times as well. */
  public int failures() {
    return failures.get();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
