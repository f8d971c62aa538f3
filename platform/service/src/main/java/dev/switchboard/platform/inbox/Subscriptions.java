package dev.switchboard.platform.inbox;

/** Makes subscriptions; each is the functional bean of one binding. */
public final class Subscriptions {
  private final Inbox inbox;

  Subscriptions(Inbox inbox) {
    this.inbox = inbox;
  }

  /** A subscription to this topic, without handlers yet. */
  public Subscription to(String topic) {
    return new Subscription(inbox, topic);
  }
}
