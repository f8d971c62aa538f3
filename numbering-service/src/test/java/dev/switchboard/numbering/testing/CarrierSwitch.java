package dev.switchboard.numbering.testing;

import dev.switchboard.numbering.carrier.AvailableNumber;
import dev.switchboard.numbering.carrier.Carrier;
import dev.switchboard.numbering.carrier.CarrierUnavailableException;
import dev.switchboard.numbering.carrier.NumberSearch;
import dev.switchboard.numbering.value.E164;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** The service's own carrier, which a test can switch off. */
public final class CarrierSwitch implements Carrier {
  private final Carrier carrier;
  private final AtomicInteger refused = new AtomicInteger();
  private final List<E164> ordered = new CopyOnWriteArrayList<>();
  private final List<E164> givenBack = new CopyOnWriteArrayList<>();
  private volatile boolean down;
  private volatile boolean mute;

  CarrierSwitch(Carrier carrier) {
    this.carrier = carrier;
  }

  /** From now on no call is answered, until it is switched on again. */
  public void off() {
    refused.set(0);
    down = true;
  }

  /** From now on all is done and no answer comes, until it is switched on again. */
  public void mute() {
    mute = true;
  }

  /** Answers again. */
  public void on() {
    down = false;
    mute = false;
  }

  /** The numbers that were ordered, as often as each was. */
  public List<E164> ordered() {
    return List.copyOf(ordered);
  }

  /** The numbers that were given back, as often as each was. */
  public List<E164> givenBack() {
    return List.copyOf(givenBack);
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
    boolean given = carrier.order(number);
    if (given) {
      ordered.add(number);
    }
    requireAnswer();
    return given;
  }

  @Override
  public void giveBack(E164 number) {
    requireOn();
    carrier.giveBack(number);
    givenBack.add(number);
    requireAnswer();
  }

  private void requireOn() {
    if (down) {
      refused.incrementAndGet();
      throw new CarrierUnavailableException("switched off", new TimeoutException());
    }
  }

  private void requireAnswer() {
    if (mute) {
      throw new CarrierUnavailableException("mute", new TimeoutException());
    }
  }
}
