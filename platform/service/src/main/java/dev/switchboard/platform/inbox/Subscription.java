package dev.switchboard.platform.inbox;

import dev.switchboard.platform.event.IncomingEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.springframework.messaging.Message;

/**
 * What a service does with the events of one topic. Types without a handler are noted in the inbox
 * and have no effect.
 */
public final class Subscription implements Consumer<Message<?>> {
  private final Inbox inbox;
  private final String topic;
  private final Map<String, List<Route<?>>> routes = new LinkedHashMap<>();

  Subscription(Inbox inbox, String topic) {
    this.inbox = inbox;
    this.topic = topic;
  }

  /**
   * Handles events of this type; their data is read as {@code dataType}. A type may have several
   * handlers: they run in the order in which they were named, in one transaction, each with its own
   * reading of the data. When one fails, none has had an effect.
   */
  public <T> Subscription on(String type, Class<T> dataType, EventHandler<T> handler) {
    routes.computeIfAbsent(type, any -> new ArrayList<>()).add(new Route<>(dataType, handler));
    return this;
  }

  @Override
  public void accept(Message<?> message) {
    WireEvent event = WireEvent.of(message);
    inbox.once(topic, event, () -> handle(event));
  }

  /** Applies a dead letter; {@code take} removes it and tells whether it was still there. */
  void redrive(WireEvent event, BooleanSupplier take) {
    inbox.redrive(event, take, () -> handle(event));
  }

  private void handle(WireEvent event) {
    routes.getOrDefault(event.type(), List.of()).forEach(route -> handle(route, event));
  }

  private <T> void handle(Route<T> route, WireEvent event) {
    T data = inbox.parse(event, route.dataType());
    route
        .handler()
        .handle(
            new IncomingEvent<>(
                event.id(), event.type(), event.subject(), event.time(), event.accountId(), data));
  }

  private record Route<T>(Class<T> dataType, EventHandler<T> handler) {}
}
