package dev.switchboard.numbering.testing;

import dev.switchboard.numbering.carrier.AvailableNumber;
import dev.switchboard.numbering.carrier.Carrier;
import dev.switchboard.numbering.carrier.CarrierUnavailableException;
import dev.switchboard.numbering.carrier.NumberSearch;
import dev.switchboard.numbering.value.E164;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** The service's own carrier, which a test can switch off. */
public final class CarrierSwitch implements Carrier {
  private final Carrier carrier;
  private final AtomicInteger refused = new AtomicInteger();
  private volatile boolean down;

  CarrierSwitch(Carrier carrier) {
    this.carrier = carrier;
  }

  /** From now on no call is answered, until it is switched on again. */
  public void off() {
    refused.set(0);
    down = true;
  }

  /** Answers again. */
  public void on() {
    down = false;
  }

  /** How many calls were not answered since it was switched off. */
  public int refused() {
    return refused.get();
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
    requireOn();
    return carrier.search(search);
  }

  @Override
  public boolean order(E164 number) {
    requireOn();
    return carrier.order(number);
  }

  private void requireOn() {
    if (down) {
      refused.incrementAndGet();
      throw new CarrierUnavailableException("switched off", new TimeoutException());
    }
  }
}
