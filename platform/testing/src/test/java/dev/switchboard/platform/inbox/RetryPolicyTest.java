package dev.switchboard.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.backoff.BackOffExecution;

class RetryPolicyTest {

  static Stream<RuntimeException> passing() {
    return Stream.of(
        new QueryTimeoutException("slow"),
        new CannotAcquireLockException("deadlock"),
        new DataAccessResourceFailureException("away"),
        new OptimisticLockingFailureException("stale"),
        new CannotCreateTransactionException("no connection"),
        new TransactionSystemException("commit unknown"),
        new TimeoutException("broker"));
  }

  @ParameterizedTest
  @DisplayName("while a part is down an event is tried again without end, at most 3 s apart")
  @MethodSource("passing")
  void passingErrorsAreRetriedWithoutEnd(RuntimeException cause) {
    assertThat(pauses(new IllegalStateException("wrapped", cause)).limit(10_000))
        .hasSize(10_000)
        .allMatch(pause -> pause > 0 && pause <= 3_000)
        .startsWith(100L, 200L, 400L);
  }

  @Test
  @DisplayName("anything else is tried seven times in about six seconds")
  void otherErrorsAreRetriedAFewTimes() {
    assertThat(pauses(new IllegalStateException("defect")))
        .containsExactly(100L, 200L, 400L, 800L, 1_600L, 3_000L);
  }

  private static Stream<Long> pauses(Exception cause) {
    BackOffExecution execution = RetryPolicy.backOff(null, cause).start();
    return LongStream.generate(execution::nextBackOff)
        .takeWhile(pause -> pause != BackOffExecution.STOP)
        .boxed();
  }
}
