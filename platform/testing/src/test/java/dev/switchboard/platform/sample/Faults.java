package dev.switchboard.platform.sample;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets the sample's consumer fail for chosen things, until it is mended. */
public final class Faults {
  private final Map<String, Fault> faults = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();

  private record Fault(Supplier<RuntimeException> failure, AtomicInteger left) {}

  /** Each event of this thing fails so. */
  public void fail(String thingId, Supplier<RuntimeException> failure) {
    fail(thingId, Integer.MAX_VALUE, failure);
  }

  /** The next so many attempts fail so. */
  public void fail(String thingId, int times, Supplier<RuntimeException> failure) {
    faults.put(thingId, new Fault(failure, new AtomicInteger(times)));
  }

  /** From now on nothing fails. */
  public void mend(String thingId) {
    faults.remove(thingId);
  }

  /** How often the consumer was asked to handle an event of this thing. */
  public int attempts(String thingId) {
    AtomicInteger count = attempts.get(thingId);
    return count == null ? 0 : count.get();
  }

  void check(String thingId) {
    attempts.computeIfAbsent(thingId, id -> new AtomicInteger()).incrementAndGet();
    @Nullable Fault fault = faults.get(thingId);
    if (fault != null && fault.left().getAndDecrement() > 0) {
      throw fault.failure().get();
    }
  }
}
