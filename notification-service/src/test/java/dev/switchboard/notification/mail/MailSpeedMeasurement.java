package dev.switchboard.notification.mail;

import dev.switchboard.platform.testing.ServiceTest;
import dev.switchboard.platform.testing.TestSmtp;
import dev.switchboard.platform.testing.TestTopics;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How fast mails go out; prints figures and judges nothing, so the build does not run it. Run it
 * with {@code -Dtest=MailSpeedMeasurement}. The test database does not fsync.
 */
@ServiceTest
class MailSpeedMeasurement {
  private static final Logger log = LoggerFactory.getLogger(MailSpeedMeasurement.class);
  private static final int BURST = 500;

  @Autowired private TestTopics topics;
  @Autowired private MailTables tables;

  @Test
  void commandToServer() throws InterruptedException {
    for (int i = 0; i < 50; i++) {
      oneMail();
    }
    long[] nanos = new long[100];
    for (int i = 0; i < nanos.length; i++) {
      Thread.sleep(Duration.ofMillis(20));
      nanos[i] = oneMail();
    }
    Arrays.sort(nanos);
    log.info(
        "Command on the topic to mail at the server, idle: p50 {} ms, p95 {} ms, p99 {} ms",
        nanos[nanos.length / 2] / 1_000_000.0,
        nanos[nanos.length * 95 / 100] / 1_000_000.0,
        nanos[nanos.length * 99 / 100] / 1_000_000.0);
  }

  @Test
  void burst() throws InterruptedException {
    for (int round = 1; round <= 3; round++) {
      List<TestMail> invitations = Stream.generate(TestMail::invitation).limit(BURST).toList();
      int before = arrived();
      long start = System.nanoTime();
      invitations.parallelStream().forEach(invitation -> invitation.ask(topics));
      long asked = System.nanoTime();
      while (arrived() < before + BURST) {
        Thread.sleep(Duration.ofMillis(5));
      }
      long end = System.nanoTime();
      tables.awaitState(invitations, "SENT");
      log.info(
          "Burst of {}, round {}: {} mails/s; asked for within {} ms, at the server after {} ms",
          BURST,
          round,
          Math.round(BURST * 1e9 / (end - start)),
          (asked - start) / 1_000_000,
          (end - start) / 1_000_000);
    }
  }

  private long oneMail() throws InterruptedException {
    TestMail invitation = TestMail.invitation();
    int before = arrived();
    long start = System.nanoTime();
    invitation.ask(topics);
    while (arrived() == before) {
      Thread.sleep(Duration.ofNanos(200_000));
    }
    return System.nanoTime() - start;
  }

  private static int arrived() {
    return TestSmtp.server().getReceivedMessages().length;
  }
}
