package dev.switchboard.platform.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies dead letters again, each key in order and followed by the events that wait behind it. The
 * first one that fails again stops its key; other keys go on. Safe to repeat and to run on several
 * instances at once.
 */
final class Redrive {
  private static final Logger log = LoggerFactory.getLogger(Redrive.class);

  private final DeadLetterTable table;
  private final Subscriptions subscriptions;

  Redrive(DeadLetterTable table, Subscriptions subscriptions) {
    this.table = table;
    this.subscriptions = subscriptions;
  }

  /**
   * What a redrive did.
   *
   * @param applied how many records took effect or had taken effect before
   * @param failed the first record of each key that failed again
   */
  record Result(int applied, List<Failed> failed) {}

  /** A record that failed again, with the new cause. */
  record Failed(long id, String topic, @Nullable String key, String cause) {}

  /** Redrives all keys, or only those of this topic, or only this key. */
  Result redrive(@Nullable String topic, @Nullable String key) {
    int applied = 0;
    List<Failed> failed = new ArrayList<>();
    for (DeadLetterTable.Row head : table.heads()) {
      boolean wanted =
          (topic == null || topic.equals(head.topic())) && (key == null || key.equals(head.key()));
      DeadLetterTable.Row row = wanted ? head : null;
      while (row != null) {
        String cause = apply(row);
        if (cause != null) {
          failed.add(new Failed(row.id(), row.topic(), row.key(), cause));
          break;
        }
        applied++;
        row = next(row);
      }
    }
    log.info("Redriven: {} applied, {} failed again", applied, failed.size());
    return new Result(applied, failed);
  }

  private DeadLetterTable.@Nullable Row next(DeadLetterTable.Row done) {
    return done.key() == null
        ? null
        : table.first(done.topic(), done.key()).stream().findFirst().orElse(null);
  }

  /** Applies one record in one transaction; returns the cause when it fails. */
  private @Nullable String apply(DeadLetterTable.Row row) {
    try {
      WireEvent event = WireEvent.of(row.key(), row.headers(), row.payload());
      Subscription subscription = subscriptions.find(row.topic());
      if (subscription == null) {
        throw new BrokenEventException("this service does not subscribe to " + row.topic());
      }
      subscription.redrive(event, () -> take(row));
      return null;
    } catch (RuntimeException e) {
      String cause = DeadLetters.causeOf(e);
      if (!RetryPolicy.isPassing(e) && !Objects.equals(cause, row.cause())) {
        table.setCause(row.id(), cause);
      }
      log.warn("Dead letter {} of {} failed again: {}", row.id(), row.topic(), cause);
      return cause;
    }
  }

  private boolean take(DeadLetterTable.Row row) {
    table.lock(row.topic(), row.key());
    return table.delete(row.id());
  }
}
