package dev.switchboard.notification.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.notification.testing.StubSmtp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpMailTransportTest {

  @ParameterizedTest
  @DisplayName("J2 what a server's answer means")
  @CsvSource(
      delimiter = '|',
      value = {
        "RCPT    | 550 5.1.1 unknown      | Refused  | RECIPIENT_REFUSED  | 550 | false",
        "RCPT    | 553 5.1.3 bad address  | Refused  | RECIPIENT_REFUSED  | 553 | false",
        "RCPT    | 450 4.2.1 busy         | Deferred | RECIPIENT_DEFERRED | 450 | false",
        "RCPT    | 451 4.7.1 greylisted   | Deferred | RECIPIENT_DEFERRED | 451 | false",
        "MAIL    | 550 5.7.1 not you      | Deferred | SENDER_REFUSED     | 550 | false",
        "MAIL    | 421 4.3.2 shutting     | Deferred | SENDER_REFUSED     | 421 | true",
        "DATA    | 451 4.3.0 try later    | Deferred | MESSAGE_DEFERRED   | 451 | false",
        "DOT     | 554 5.7.1 spam         | Refused  | MESSAGE_REFUSED    | 554 | false",
        "DOT     | 452 4.2.2 mailbox full | Deferred | MESSAGE_DEFERRED   | 452 | false",
        "DOT     | HANG-UP                | Deferred | CONNECTION_LOST    | 0   | false",
        "RCPT    | HANG-UP                | Deferred | CONNECTION_LOST    | 0   | false",
        "CONNECT | 554 5.3.2 go away      | Deferred | SERVER_UNREACHABLE | 0   | true",
        "CONNECT | HANG-UP                | Deferred | SERVER_UNREACHABLE | 0   | true",
        "EHLO    | ''                     | Deferred | SERVER_UNREACHABLE | 0   | true",
        "DOT     | ''                     | Deferred | CONNECTION_LOST    | 0   | false"
      })
  void answers(
      String command, String reply, String outcome, String reason, int code, boolean serverDown) {
    try (StubSmtp server = new StubSmtp(Map.of(command, reply));
        SmtpMailTransport transport = transport(server.port(), Map.of())) {
      Delivery delivery = transport.deliver(mail());

      assertThat(delivery.getClass().getSimpleName()).isEqualTo(outcome);
      assertThat(delivery.reply().code()).isEqualTo(code);
      switch (delivery) {
        case Delivery.Refused refused -> assertThat(refused.reason()).isEqualTo(reason);
        case Delivery.Deferred deferred -> {
          assertThat(deferred.reason()).isEqualTo(reason);
          assertThat(deferred.serverDown()).isEqualTo(serverDown);
        }
        case Delivery.Accepted _ -> throw new AssertionError("accepted");
      }
    }
  }

  @Test
  @DisplayName("J2 nobody listens: the server is down")
  void nobodyListens() {
    int port;
    try (StubSmtp server = new StubSmtp(Map.of())) {
      port = server.port();
    }
    try (SmtpMailTransport transport = transport(port, Map.of())) {
      assertThat(transport.isReachable()).isFalse();
      assertThat(transport.deliver(mail()))
          .isInstanceOfSatisfying(
              Delivery.Deferred.class, deferred -> assertThat(deferred.serverDown()).isTrue());
    }
  }

  @Test
  @DisplayName("A burst goes over one connection, which is renewed after so many mails")
  void connectionIsReused() {
    try (StubSmtp server = new StubSmtp(Map.of());
        SmtpMailTransport transport = transport(server.port(), Map.of())) {
      for (int i = 0; i < 25; i++) {
        assertThat(transport.deliver(mail())).isInstanceOf(Delivery.Accepted.class);
      }

      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Test
  @DisplayName("A kept connection that the server has closed costs no try")
  void staleConnectionIsReplaced() {
    try (StubSmtp server = new StubSmtp(Map.of());
        SmtpMailTransport transport = transport(server.port(), Map.of())) {
      assertThat(transport.deliver(mail())).isInstanceOf(Delivery.Accepted.class);
      server.hangUp();

      assertThat(transport.deliver(mail())).isInstanceOf(Delivery.Accepted.class);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  @DisplayName("Unused connections are closed")
  void idleConnectionIsClosed() throws InterruptedException {
    try (StubSmtp server = new StubSmtp(Map.of());
        SmtpMailTransport transport = transport(server.port(), Map.of())) {
      assertThat(transport.deliver(mail())).isInstanceOf(Delivery.Accepted.class);
      Thread.sleep(Duration.ofMillis(250));
      transport.closeIdle();

      assertThat(transport.deliver(mail())).isInstanceOf(Delivery.Accepted.class);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  @DisplayName("With STARTTLS required nothing is sent in clear to a server without it")
  void startTlsIsRequired() {
    try (StubSmtp server = new StubSmtp(Map.of());
        SmtpMailTransport transport =
            transport(
                server.port(),
                Map.of(
                    "mail.smtp.starttls.enable", "true", "mail.smtp.starttls.required", "true"))) {
      assertThat(transport.deliver(mail()))
          .isInstanceOfSatisfying(
              Delivery.Deferred.class,
              deferred -> assertThat(deferred.reason()).isEqualTo("SERVER_UNREACHABLE"));
      assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }
  }

  @Test
  @DisplayName("A refused login is ours to repair: mails wait")
  void loginRefused() {
    try (StubSmtp server =
            new StubSmtp(
                Map.of("EHLO", "250-stub.example\r\n250 AUTH PLAIN", "AUTH", "535 5.7.8 no"));
        SmtpMailTransport transport =
            transport(server.port(), Map.of(), "user", "secret-password")) {
      Delivery delivery = transport.deliver(mail());

      assertThat(delivery)
          .isInstanceOfSatisfying(
              Delivery.Deferred.class,
              deferred -> assertThat(deferred.reason()).isEqualTo("SERVER_REFUSED_LOGIN"));
      assertThat(delivery.toString()).doesNotContain("secret-password");
    }
  }

  private static OutgoingMail mail() {
    return new OutgoingMail(
        UUID.randomUUID(),
        "jose@inbox.example",
        "José",
        "Hello",
        "<p>Hello</p>",
        "Hello",
        Instant.EPOCH);
  }

  private static SmtpMailTransport transport(int port, Map<String, String> more) {
    return transport(port, more, "", "");
  }

  private static SmtpMailTransport transport(
      int port, Map<String, String> more, String user, String password) {
    JavaMailSenderImpl server = new JavaMailSenderImpl();
    server.setProtocol("smtp");
    server.setHost("localhost");
    server.setPort(port);
    server.setUsername(user);
    server.setPassword(password);
    Properties properties = server.getJavaMailProperties();
    properties.setProperty("mail.smtp.connectiontimeout", "500");
    properties.setProperty("mail.smtp.timeout", "500");
    properties.setProperty("mail.smtp.quitwait", "false");
    properties.putAll(more);
    return new SmtpMailTransport(
        server,
        new SmtpProperties("Switchboard <no-reply@example.com>", 10, Duration.ofMillis(200)));
  }
}
