package dev.switchboard.platform.inbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Part of liveness: down when a consumer has stopped by itself (fenced by another member with its
 * id, not authorized, out of memory), so that the instance is started anew.
 */
final class ConsumersHealthIndicator implements HealthIndicator {
  private final List<MessageListenerContainer> containers = new CopyOnWriteArrayList<>();

  void watch(MessageListenerContainer container) {
    containers.add(container);
  }

  @Override
  public Health health() {
    List<String> dead =
        containers.stream()
            .filter(container -> !container.isInExpectedState())
            .map(container -> String.valueOf(container.getListenerId()))
            .toList();
    return dead.isEmpty() ? Health.up().build() : Health.down().withDetail("stopped", dead).build();
  }
}
