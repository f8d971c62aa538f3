package dev.switchboard.notification.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.testing.ServiceTest;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@ServiceTest
class SmtpConfigurationTest {
  @Autowired private JavaMailSenderImpl server;

  @Test
  @DisplayName("A silent mail server holds nobody for ever: time-outs of 5, 15 and 15 s")
  void timeOutsAreSet() {
    Properties properties = server.getSession().getProperties();

    assertThat(properties)
        .containsEntry("mail.smtp.connectiontimeout", "5000")
        .containsEntry("mail.smtp.timeout", "15000")
        .containsEntry("mail.smtp.writetimeout", "15000");
  }

  @Test
  @DisplayName("The service introduces itself by the sender's domain, not by its host's name")
  void introducesItself() {
    assertThat(server.getSession().getProperties())
        .containsEntry("mail.smtp.localhost", "switchboard.example");
  }
}
