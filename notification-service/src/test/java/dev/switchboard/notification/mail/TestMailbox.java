package dev.switchboard.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.platform.testing.TestSmtp;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What has arrived at the shared SMTP server for one address. */
final class TestMailbox {

  private TestMailbox() {}

  /** A mail as it arrived. */
  record Mail(String messageId, String subject, String text, String html, MimeMessage message) {}

  static Mail awaitOne(String address) {
    return awaitOne(address, Duration.ofSeconds(15));
  }

  static Mail awaitOne(String address, Duration atMost) {
    await().atMost(atMost).pollInterval(Duration.ofMillis(20)).until(() -> !of(address).isEmpty());
    List<Mail> mails = of(address);
    assertThat(mails).hasSize(1);
    return mails.getFirst();
  }

  /** How many mails have arrived per address. */
  static Map<String, Long> counts() {
    return Arrays.stream(TestSmtp.server().getReceivedMessages())
        .collect(Collectors.groupingBy(TestMailbox::recipient, Collectors.counting()));
  }

  static List<Mail> of(String address) {
    try {
      List<Mail> found = new ArrayList<>();
      for (MimeMessage message : TestSmtp.server().getReceivedMessages()) {
        if (recipient(message).equals(address)) {
          MimeMultipart parts = (MimeMultipart) message.getContent();
          found.add(
              new Mail(
                  message.getMessageID(),
                  message.getSubject(),
                  (String) parts.getBodyPart(0).getContent(),
                  (String) parts.getBodyPart(1).getContent(),
                  message));
        }
      }
      return found;
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String recipient(MimeMessage message) {
    try {
      return ((InternetAddress) message.getRecipients(MimeMessage.RecipientType.TO)[0])
          .getAddress();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
