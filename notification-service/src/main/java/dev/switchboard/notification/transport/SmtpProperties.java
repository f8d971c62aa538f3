package dev.switchboard.notification.transport;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How mails leave; host, port, login and time-outs are {@code spring.mail}.
 *
 * @param from sender, such as {@code Switchboard <no-reply@example.com>}; its domain is the one of
 *     the Message-IDs
 * @param mailsPerConnection after so many mails a connection is closed
 * @param idle an unused connection is closed after this time
 */
@ConfigurationProperties("switchboard.smtp")
public record SmtpProperties(String from, int mailsPerConnection, Duration idle) {

  public SmtpProperties {
    sender(from);
  }

  InternetAddress sender() {
    return sender(from);
  }

  String domain() {
    String address = sender().getAddress();
    return address.substring(address.lastIndexOf('@') + 1);
  }

  private static InternetAddress sender(String from) {
    try {
      InternetAddress address = new InternetAddress(from, true);
      if (!address.getAddress().contains("@")) {
        throw new AddressException("no domain");
      }
      return address;
    } catch (AddressException e) {
      throw new IllegalArgumentException(
          "MAIL_FROM must be one mail address, such as Switchboard <no-reply@example.com>, but is: "
              + from,
          e);
    }
  }
}
