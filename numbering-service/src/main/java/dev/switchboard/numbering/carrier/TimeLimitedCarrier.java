package dev.switchboard.numbering.carrier;

import dev.switchboard.numbering.value.E164;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Puts a limit on how long a carrier is waited for, whichever it is; what takes longer is
 * interrupted.
 */
final class TimeLimitedCarrier implements Carrier, AutoCloseable {
  private final Carrier carrier;
  private final Duration limit;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  TimeLimitedCarrier(Carrier carrier, Duration limit) {
    this.carrier = carrier;
    this.limit = limit;
  }

  @Override
  public String name() {
    return carrier.name();
  }

  @Override
  public Set<String> countries() {
    return carrier.countries();
  }

  @Override
  public List<AvailableNumber> search(NumberSearch search) {
    return within(() -> carrier.search(search));
  }

  @Override
  public boolean order(E164 number) {
    return within(() -> carrier.order(number));
  }

  @Override
  public void giveBack(E164 number) {
    within(() -> {
      carrier.giveBack(number);
      return true;
    });
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private <T> T within(Supplier<T> call) {
    Future<T> answer = threads.submit(call::get);
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new CarrierUnavailableException(
          "carrier " + name() + " did not answer within " + limit, e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException("carrier " + name() + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CarrierUnavailableException("interrupted while carrier " + name() + " worked", e);
    } finally {
      answer.cancel(true);
    }
  }
}
