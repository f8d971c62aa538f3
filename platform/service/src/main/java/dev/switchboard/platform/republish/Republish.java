package dev.switchboard.platform.republish;

import dev.switchboard.platform.outbox.Outbox;
import dev.switchboard.platform.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes what aggregates are to the outbox again. Each has a transaction of its own, so that it
 * holds one lock at a time and nobody can wait for it crosswise.
 */
final class Republish {
  private static final Logger log = LoggerFactory.getLogger(Republish.class);
  private static final int PAGE = 500;

  private final SortedMap<String, Republished> topics = new TreeMap<>();
  private final Outbox outbox;
  private final TransactionOperations transaction;

  Republish(List<Republished> topics, Outbox outbox, TransactionOperations transaction) {
    topics.forEach(each -> this.topics.put(each.topic(), each));
    this.outbox = outbox;
    this.transaction = transaction;
  }

  /**
   * What was done.
   *
   * @param told how many aggregates were told again
   * @param next where to go on, or null when all have been told
   */
  record Result(int told, @Nullable String next) {}

  /** The topics that this service can tell again. */
  List<String> topics() {
    return List.copyOf(topics.keySet());
  }

  /**
   * Tells one aggregate again.
   *
   * @throws IllegalArgumentException when there is no such topic, or when this can be no id
   */
  Result one(String topic, String id) {
    return new Result(tell(find(topic), id) ? 1 : 0, null);
  }

  /**
   * Tells the next aggregates of a topic again.
   *
   * @param after where an earlier call ended, or null to begin
   * @throws IllegalArgumentException when there is no such topic, or when this can be no id
   */
  Result some(String topic, @Nullable String after, int limit) {
    Republished republished = find(topic);
    String last = after;
    int told = 0;
    for (int looked = 0; looked < limit; ) {
      List<String> ids = new ArrayList<>(page(republished, last, Math.min(PAGE, limit - looked)));
      if (ids.isEmpty()) {
        log.info("Republished {}: {} told, to the end", topic, told);
        return new Result(told, null);
      }
      for (String id : ids) {
        told += tell(republished, id) ? 1 : 0;
      }
      looked += ids.size();
      last = ids.getLast();
    }
    log.info("Republished {}: {} told, up to {}", topic, told, last);
    return new Result(told, last);
  }

  private List<String> page(Republished republished, @Nullable String after, int limit) {
    return Tenancy.asSystem(() -> transaction.execute(status -> republished.next(after, limit)));
  }

  private boolean tell(Republished republished, String id) {
    return Tenancy.asSystem(() ->
        transaction.execute(status -> {
          Optional<?> written = republished.lock(id).map(outbox::add);
          return written.isPresent();
        }));
  }

  private Republished find(String topic) {
    Republished found = topics.get(topic);
    if (found == null) {
      throw new IllegalArgumentException("this service republishes " + topics.keySet());
    }
    return found;
  }
}
