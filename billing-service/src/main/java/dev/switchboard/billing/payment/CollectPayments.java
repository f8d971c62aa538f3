package dev.switchboard.billing.payment;

import dev.switchboard.platform.tenancy.Tenancy;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * E7, E8: tries each payment that is due, however many instances run and wherever they are killed:
 * a payment belongs to one of them for as long as his lease.
 */
@Component
@EnableConfigurationProperties(PaymentProperties.class)
class CollectPayments {
  private static final Logger LOG = LoggerFactory.getLogger(CollectPayments.class);

  private final Payments payments;
  private final TryPayment tryPayment;
  private final PaymentProperties properties;
  private final TransactionOperations transaction;
  private final Clock clock;
  private final AtomicBoolean running = new AtomicBoolean();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  CollectPayments(
      Payments payments,
      TryPayment tryPayment,
      PaymentProperties properties,
      TransactionOperations transaction,
      Clock clock) {
    this.payments = payments;
    this.tryPayment = tryPayment;
    this.properties = properties;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Begins a run beside the scheduler, which a provider that hangs must not hold up. */
  @Scheduled(
      fixedDelayString = "${switchboard.payments.run-every}",
      initialDelayString = "${switchboard.payments.run-every}")
  void begin() {
    if (running.compareAndSet(false, true)) {
      threads.execute(() -> {
        try {
          run();
        } catch (RuntimeException e) {
          LOG.warn("payments are tried again soon", e);
        } finally {
          running.set(false);
        }
      });
    }
  }

  /**
   * Tries all that is due.
   *
   * @return how many
   */
  int run() {
    int tried = 0;
    List<Payment> due = leaseDue();
    while (!due.isEmpty()) {
      tried += due.size();
      tryAll(due);
      due = leaseDue();
    }
    return tried;
  }

  private List<Payment> leaseDue() {
    Instant now = clock.instant();
    return Objects.requireNonNull(
        Tenancy.asSystem(() ->
            transaction.execute(status ->
                payments.leaseDue(now, now.plus(properties.lease()), properties.atOnce()))));
  }

  private void tryAll(List<Payment> due) {
    List<Callable<Void>> tries = new ArrayList<>();
    for (Payment payment : due) {
      tries.add(() -> {
        Tenancy.as(payment.statement().accountId(), () -> tryPayment.run(payment));
        return null;
      });
    }
    try {
      for (Future<Void> each : threads.invokeAll(tries)) {
        report(each);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What has failed in a way that nobody foresaw is tried again when its lease has ended. */
  private static void report(Future<Void> each) throws InterruptedException {
    try {
      each.get();
    } catch (ExecutionException e) {
      LOG.error("a payment could not be tried", e.getCause());
    }
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
