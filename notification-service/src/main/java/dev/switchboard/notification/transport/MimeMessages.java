package dev.switchboard.notification.transport;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** Writes mails as MIME messages: multipart/alternative in UTF-8, with a Message-ID of our own. */
final class MimeMessages {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final Session session;
  private final SmtpProperties properties;

  MimeMessages(Session session, SmtpProperties properties) {
    this.session = session;
    this.properties = properties;
  }

  /** The message. */
  MimeMessage write(OutgoingMail mail) throws MessagingException {
    MimeMessage message = new IdentifiedMessage(session, messageId(mail));
    try {
      InternetAddress to = address(mail.email());
      to.setPersonal(mail.name(), UTF_8);
      message.setFrom(properties.sender());
      message.setRecipient(MimeMessage.RecipientType.TO, to);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java platform has UTF-8", e);
    }
    message.setSubject(mail.subject(), UTF_8);
    message.setSentDate(Date.from(mail.date()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setContent(alternatives(mail));
    message.saveChanges();
    return message;
  }

  private String messageId(OutgoingMail mail) {
    return "<" + mail.id() + "@" + properties.domain() + ">";
  }

  private static MimeMultipart alternatives(OutgoingMail mail) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(mail.text(), UTF_8, "plain");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(mail.html(), UTF_8, "html");
    return new MimeMultipart("alternative", text, html);
  }

  /** Exactly this address: no list, no group, no display name hidden in it. */
  private static InternetAddress address(String email) throws AddressException {
    int at = email.lastIndexOf('@');
    if (at < 1) {
      throw new AddressException("no domain");
    }
    if (!email.substring(0, at).chars().allMatch(c -> c < 0x80)) {
      throw new AddressException("few mail servers take a local part beyond ASCII");
    }
    String ascii = email.substring(0, at + 1) + domain(email.substring(at + 1));
    InternetAddress address = new InternetAddress(ascii, true);
    address.validate();
    if (!address.getAddress().equals(ascii)) {
      throw new AddressException("more than an address");
    }
    return address;
  }

  private static String domain(String domain) throws AddressException {
    try {
      return IDN.toASCII(domain);
    } catch (IllegalArgumentException e) {
      throw new AddressException("no domain name: " + e.getMessage());
    }
  }

  /** Keeps its Message-ID, where Jakarta Mail would make a new one. */
  private static final class IdentifiedMessage extends MimeMessage {
    private final String messageId;

    IdentifiedMessage(Session session, String messageId) {
      super(session);
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }
}
