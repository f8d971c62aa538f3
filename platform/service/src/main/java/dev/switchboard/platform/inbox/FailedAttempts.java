package dev.switchboard.platform.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.RetryListener;

/** Tells each failed attempt in one line; what is not tried again is told as a dead letter. */
final class FailedAttempts implements RetryListener {
  private static final Logger log = LoggerFactory.getLogger(FailedAttempts.class);

  @Override
  public void failedDelivery(ConsumerRecord<?, ?> event, @Nullable Exception failure, int attempt) {
    if (isTriedAgain(failure)) {
      log.warn(
          "{}-{}@{} failed, attempt {}: {}",
          event.topic(),
          event.partition(),
          event.offset(),
          attempt,
          DeadLetters.causeOf(failure));
    }
  }

  private static boolean isTriedAgain(@Nullable Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof BrokenEventException || each instanceof WaitsBehindDeadLetterException) {
        return false;
      }
    }
    return true;
  }
}
