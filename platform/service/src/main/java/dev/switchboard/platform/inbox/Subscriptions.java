package dev.switchboard.platform.inbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Makes subscriptions; each is the functional bean of one binding. */
public final class Subscriptions {
  private final Inbox inbox;
  private final Map<String, Subscription> byTopic = new ConcurrentHashMap<>();

  Subscriptions(Inbox inbox) {
    this.inbox = inbox;
  }

  /**
   * A subscription to this topic, without handlers yet.
   *
   * @throws IllegalStateException when the topic has one: an event is taken in once per service
   */
  public Subscription to(String topic) {
    Subscription subscription = new Subscription(inbox, topic);
    if (byTopic.putIfAbsent(topic, subscription) != null) {
      throw new IllegalStateException("there is a subscription to " + topic);
    }
    return subscription;
  }

  @Nullable Subscription find(String topic) {
    return byTopic.get(topic);
  }
}
