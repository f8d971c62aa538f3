package dev.switchboard.platform.republish;

import dev.switchboard.platform.event.OutgoingEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A topic whose aggregates can be told again as they are, each by one event with the version that
 * it has and nothing in {@code changed}. A bean of the service that owns them.
 */
public interface Republished {

  /** The topic, such as {@code user.users.v1}. */
  String topic();

  /**
   * The ids of the next aggregates of all accounts, in a fixed order.
   *
   * @param after the last one before them, or null at the beginning
   * @throws IllegalArgumentException when that can be no id
   */
  List<String> next(@Nullable String after, int limit);

  /**
   * What tells the aggregate as it is, when there is one that was ever told. It is locked until the
   * transaction ends: no change of it can be told before this and be overtaken by it.
   *
   * @throws IllegalArgumentException when this can be no id
   */
  Optional<OutgoingEvent> lock(String id);
}
