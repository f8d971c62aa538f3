package dev.switchboard.notification.mail;

import dev.switchboard.notification.transport.Delivery;
import dev.switchboard.notification.transport.MailTransport;
import dev.switchboard.notification.transport.SmtpReply;
import dev.switchboard.platform.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is due: claims as many mails as there are free senders and gives each to a virtual
 * thread. Woken after the commit of a new mail; looks by itself for retries and for mails of other
 * instances. While the server is down nothing is claimed; one look at a time finds out when it is
 * back.
 */
final class MailDispatcher implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(MailDispatcher.class);
  private static final Duration PAUSE_AFTER_ERROR = Duration.ofMillis(500);
  private static final int OVERDUE_BATCH = 50;
  private static final String SERVER_DOWN = "SERVER_UNREACHABLE";
  private static final List<String> OUTAGE_REASONS = List.of(SERVER_DOWN, "SERVER_REFUSED_LOGIN");

  private final String sender;
  private final MailRepository mails;
  private final TransactionTemplate transaction;
  private final SendMail sendMail;
  private final RecordDelivery recordDelivery;
  private final MailTransport transport;
  private final MailSignal signal;
  private final MailProperties properties;
  private final Clock clock;
  private final Outage outage;
  private final Semaphore free;
  private @Nullable Thread thread;
  private volatile boolean running;

  MailDispatcher(
      String sender,
      MailRepository mails,
      TransactionTemplate transaction,
      SendMail sendMail,
      RecordDelivery recordDelivery,
      MailTransport transport,
      MailSignal signal,
      MailProperties properties,
      Clock clock) {
    this.sender = sender;
    this.mails = mails;
    this.transaction = transaction;
    this.sendMail = sendMail;
    this.recordDelivery = recordDelivery;
    this.transport = transport;
    this.signal = signal;
    this.properties = properties;
    this.clock = clock;
    this.outage = new Outage(properties.longestOutagePause());
    this.free = new Semaphore(properties.senders());
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("mail-dispatcher").daemon().start(this::run);
  }

  /** Lets the mails under way come to an end. */
  @Override
  public void stop() {
    running = false;
    signal.wake();
    try {
      if (thread != null) {
        thread.join(Duration.ofSeconds(2));
      }
      if (!free.tryAcquire(properties.senders(), 10, TimeUnit.SECONDS)) {
        log.info("Mails under way are left to their lease");
      } else {
        free.release(properties.senders());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After the outbox relay (0) at start and before it at the end. */
  @Override
  public int getPhase() {
    return 1000;
  }

  private void run() {
    boolean released = false;
    while (running) {
      try {
        if (!released) {
          asSystem(() -> mails.releaseClaimsOf(sender));
          released = true;
        }
        Duration pause = step();
        if (pause.isPositive()) {
          signal.await(pause);
        }
      } catch (DataAccessException | TransactionException e) {
        log.warn("The mail queue waits for the database: {}", e.toString());
        pause();
      } catch (RuntimeException e) {
        log.error("A defect must not end the sending of mails; it goes on", e);
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** One look at the queue; returns how long to wait before the next. */
  private Duration step() throws InterruptedException {
    if (outage.isDown()) {
      return lookAtServer();
    }
    if (!free.tryAcquire(properties.poll().toMillis(), TimeUnit.MILLISECONDS)) {
      return Duration.ZERO;
    }
    int senders = 1 + free.drainPermits();
    List<Mail> claimed = List.of();
    try {
      claimed =
          asSystem(() -> mails.claimDue(clock.instant(), senders, properties.lease(), sender));
    } finally {
      free.release(senders - claimed.size());
    }
    claimed.forEach(this::send);
    return claimed.isEmpty() ? properties.poll() : Duration.ZERO;
  }

  private void send(Mail mail) {
    Thread.ofVirtual()
        .name("mail-" + mail.id())
        .start(() -> {
          try {
            if (sendMail.handle(mail) instanceof Delivery.Deferred deferred
                && deferred.serverDown()) {
              outage.begins();
            }
          } catch (RuntimeException e) {
            log.error("Mail {} is tried again when its lease is over", mail.id(), e);
          } finally {
            free.release();
          }
        });
  }

  private Duration lookAtServer() {
    Duration wait = outage.untilNextLook();
    if (wait.isPositive()) {
      return wait;
    }
    if (transport.isReachable()) {
      int waiting = asSystem(() -> mails.makeDue(OUTAGE_REASONS, clock.instant()));
      if (outage.ends()) {
        log.info("The mail server answers again; {} mails that waited for it are due", waiting);
      }
      return Duration.ZERO;
    }
    if (outage.lasts()) {
      log.warn("The mail server can't be reached; mails wait until it answers");
    }
    expireOverdue();
    return outage.untilNextLook();
  }

  /** Mails end after their time even when no try is possible. */
  private void expireOverdue() {
    List<Mail> overdue =
        asSystem(
            () -> mails.claimOverdue(clock.instant(), OVERDUE_BATCH, properties.lease(), sender));
    overdue.forEach(mail ->
        recordDelivery.handle(
            mail,
            new Delivery.Deferred(
                SERVER_DOWN, new SmtpReply(0, "the mail server can't be reached"), true)));
  }

  private <T> T asSystem(Supplier<T> work) {
    return Tenancy.asSystem(
        () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_AFTER_ERROR);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
