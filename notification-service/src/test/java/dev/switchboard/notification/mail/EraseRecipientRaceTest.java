package dev.switchboard.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.platform.testing.ServiceTest;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class EraseRecipientRaceTest {
  private static final int MAILS = 30;

  @Autowired private QueueMail queueMail;
  @Autowired private EraseRecipient eraseRecipient;
  @Autowired private MailTables tables;
  @Autowired private PlatformTransactionManager transactions;

  @RepeatedTest(5)
  @DisplayName("D6 mails asked for at the very moment of the erasure leave no address behind")
  void askedAtTheSameMoment() throws InterruptedException, ExecutionException {
    TestMail first = TestMail.notice();
    List<TestMail> mails = Stream.iterate(first, TestMail::again).limit(MAILS).toList();
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running =
          IntStream.range(0, MAILS + 2)
              .<Future<?>>mapToObj(i ->
                  threads.submit(() -> {
                    start.await();
                    if (i % 16 == 8) {
                      erase(first);
                    } else {
                      ask(mails.get(i % MAILS));
                    }
                    return i;
                  }))
              .toList();
      start.countDown();
      for (Future<?> each : running) {
        each.get();
      }
    }

    assertThat(tables.columnsWith(first.email())).isEmpty();
    assertThat(tables.statesOf(first.userId())).isNotEmpty().doesNotContain("QUEUED");
  }

  private void ask(TestMail mail) {
    inTransaction(
        mail,
        () ->
            queueMail.handle(
                new QueueMail.Command(
                    new MailId(mail.mailId()),
                    new Letter(
                        mail.accountId(),
                        mail.userId(),
                        mail.email(),
                        mail.name(),
                        mail.template(),
                        "en",
                        null,
                        "{\"firstName\":\"José\",\"companyName\":\"Harbor\",\"changedAt\":\"2026-12-09T14:29:00Z\"}",
                        null),
                    mail.sealedToken())));
  }

  private void erase(TestMail mail) {
    inTransaction(
        mail,
        () -> eraseRecipient.handle(new EraseRecipient.Command(mail.accountId(), mail.userId())));
  }

  private void inTransaction(TestMail mail, Runnable work) {
    Tenancy.as(
        mail.accountId(),
        () -> new TransactionTemplate(transactions).executeWithoutResult(status -> work.run()));
  }
}
