package dev.switchboard.platform.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * How long a failed event is tried again: without end while a part is down (the partition waits), a
 * few times for anything else, not at all when it is broken.
 */
final class RetryPolicy {
  private static final int OTHER_ATTEMPTS = 6;

  private RetryPolicy() {}

  static BackOff backOff(@Nullable ConsumerRecord<?, ?> event, @Nullable Exception cause) {
    ExponentialBackOff backOff = new ExponentialBackOff(100, 2);
    backOff.setMaxInterval(3_000);
    if (!isPassing(cause)) {
      backOff.setMaxAttempts(OTHER_ATTEMPTS);
    }
    return backOff;
  }

  static boolean isPassing(@Nullable Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof TransientDataAccessException
          || each instanceof RecoverableDataAccessException
          || each instanceof DataAccessResourceFailureException
          || each instanceof OptimisticLockingFailureException
          || each instanceof CannotCreateTransactionException
          || each instanceof TransactionSystemException
          || each instanceof KafkaException) {
        return true;
      }
    }
    return false;
  }
}
