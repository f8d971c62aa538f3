package dev.switchboard.platform.inbox;

import dev.switchboard.platform.event.IncomingEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;

/**
 * What a service does with the events of one topic. Types without a handler are noted in the inbox
 * and have no effect.
 */
public final class Subscription implements Consumer<Message<?>> {
  private final Inbox inbox;
  private final String topic;
  private final Map<String, Route<?>> routes = new LinkedHashMap<>();

  Subscription(Inbox inbox, String topic) {
    this.inbox = inbox;
    this.topic = topic;
  }

  /** Handles events of this type; their data is read as {@code dataType}. */
  public <T> Subscription on(String type, Class<T> dataType, EventHandler<T> handler) {
    routes.put(type, new Route<>(dataType, handler));
    return this;
  }

  @Override
  public void accept(Message<?> message) {
    WireEvent event = WireEvent.of(message);
    inbox.once(topic, event, () -> handle(routes.get(event.type()), event));
  }

  /** Applies a dead letter; {@code take} removes it and tells whether it was still there. */
  void redrive(WireEvent event, BooleanSupplier take) {
    inbox.redrive(event, take, () -> handle(routes.get(event.type()), event));
  }

  private <T> void handle(@Nullable Route<T> route, WireEvent event) {
    if (route != null) {
      T data = inbox.parse(event, route.dataType());
      route
          .handler()
          .handle(
              new IncomingEvent<>(
                  event.id(),
                  event.type(),
                  event.subject(),
                  event.time(),
                  event.accountId(),
                  data));
    }
  }

  private record Route<T>(Class<T> dataType, EventHandler<T> handler) {}
}
