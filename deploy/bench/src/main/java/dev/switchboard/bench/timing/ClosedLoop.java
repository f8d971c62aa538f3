package dev.switchboard.bench.timing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Workers that do the next as soon as one is done. */
public final class ClosedLoop {

  private ClosedLoop() {}

  /** How many times per second the workers together did it. */
  public static double perSecond(int workers, Duration time, Work.Factory factory)
      throws Exception {
    List<Callable<Long>> loops = new ArrayList<>();
    List<Work> works = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
      for (int i = 0; i < workers; i++) {
        works.add(factory.open(i));
      }
      long began = System.nanoTime();
      long end = began + time.toNanos();
      for (Work work : works) {
        loops.add(() -> {
          long count = 0;
          while (System.nanoTime() - end < 0) {
            work.once();
            count++;
          }
          return count;
        });
      }
      long count = 0;
      for (Future<Long> loop : threads.invokeAll(loops)) {
        count += result(loop);
      }
      return count * 1e9 / (System.nanoTime() - began);
    } finally {
      for (Work work : works) {
        work.close();
      }
    }
  }

  /** The milliseconds that one worker took for each of so many, after some that are not counted. */
  public static double[] milliseconds(int uncounted, int counted, Work.Factory factory)
      throws Exception {
    double[] samples = new double[counted];
    try (Work work = factory.open(0)) {
      for (int i = 0; i < uncounted; i++) {
        work.once();
      }
      for (int i = 0; i < counted; i++) {
        long began = System.nanoTime();
        work.once();
        samples[i] = (System.nanoTime() - began) / 1e6;
      }
    }
    return samples;
  }

  static <T> T result(Future<T> future) throws Exception {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a worker failed", e.getCause());
    }
  }
}
