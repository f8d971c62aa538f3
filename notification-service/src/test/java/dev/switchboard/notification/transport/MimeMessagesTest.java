package dev.switchboard.notification.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Header;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MimeMessagesTest {
  private static final UUID ID = UUID.fromString("01998f52-1b90-7d40-8000-4c1f0a9be008");
  private static final Session SESSION = Session.getInstance(new Properties());
  private static final MimeMessages MESSAGES =
      new MimeMessages(
          SESSION,
          new SmtpProperties("Switchboard <no-reply@mail.example.com>", 1, Duration.ofSeconds(1)));

  @Test
  @DisplayName("J2 the Message-ID is the mail's id at the sender's domain, on every try")
  void messageIdIsOurs() throws Exception {
    assertThat(roundTrip("José", "Hello").getMessageID())
        .isEqualTo("<" + ID + "@mail.example.com>")
        .isEqualTo(roundTrip("José", "Hello").getMessageID());
  }

  @Test
  @DisplayName(
      "J1 the mail is multipart/alternative in UTF-8, text first, and says it is automatic")
  void headersAndParts() throws Exception {
    MimeMessage message = roundTrip("José Okafor", "Añadido ✓");

    assertThat(message.getContentType()).startsWith("multipart/alternative");
    MimeMultipart parts = (MimeMultipart) message.getContent();
    assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
    assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Grüße");
    assertThat(message.getSubject()).isEqualTo("Añadido ✓");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(message.getSentDate().toInstant()).isEqualTo(Instant.EPOCH);
    assertThat(message.getFrom()[0].toString())
        .isEqualTo("Switchboard <no-reply@mail.example.com>");
    assertThat(((InternetAddress) message.getAllRecipients()[0]).getPersonal())
        .isEqualTo("José Okafor");
  }

  @Property
  @Label("J2 no name and no subject adds a header, a recipient or a line to the head")
  void nothingIsInjected(@ForAll("nasty") String name, @ForAll("nasty") String subject)
      throws Exception {
    MimeMessage message = roundTrip(name, subject);

    List<String> headers =
        Collections.list(message.getAllHeaders()).stream().map(Header::getName).sorted().toList();
    assertThat(headers)
        .isSubsetOf(
            "Auto-Submitted",
            "Content-Type",
            "Date",
            "From",
            "MIME-Version",
            "Message-ID",
            "Subject",
            "To");
    assertThat(message.getAllRecipients()).hasSize(1);
    assertThat(((InternetAddress) message.getAllRecipients()[0]).getAddress())
        .isEqualTo("jose@inbox.example");
    assertThat(((MimeMultipart) message.getContent()).getCount()).isEqualTo(2);
  }

  @Test
  @DisplayName("An international domain is written in ASCII; anything but one address is refused")
  void addresses() throws Exception {
    assertThat(write("jose@bücher.example").getAllRecipients()[0].toString())
        .endsWith("<jose@xn--bcher-kva.example>");
    for (String bad :
        List.of("a<b@c.example>", "a@b@c.example", "@c.example", "a", "a,b@c.example")) {
      assertThatThrownBy(() -> write(bad))
          .isInstanceOf(jakarta.mail.internet.AddressException.class);
    }
  }

  @Test
  @DisplayName("A sender that is no mail address is refused at start")
  void badSender() {
    assertThatThrownBy(() -> new SmtpProperties("Switchboard", 1, Duration.ofSeconds(1)))
        .hasMessageStartingWith("MAIL_FROM must be one mail address");
  }

  @Provide
  Arbitrary<String> nasty() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(300),
        Arbitraries.of(
                "\r\n",
                "\n",
                "\r",
                "\u0085",
                "\u2028",
                "\0",
                "Bcc: all@example.com",
                "\r\n\r\n<html>",
                "\r\n.\r\n",
                "=?UTF-8?Q?=0D=0ABcc:_all@example.com?=",
                "\"",
                "\\",
                "<a@b.example>",
                ",",
                ";",
                "(",
                "é",
                "😀")
            .list()
            .ofMaxSize(12)
            .map(parts -> String.join("x", parts)));
  }

  private static MimeMessage write(String email) throws Exception {
    return MESSAGES.write(new OutgoingMail(ID, email, "José", "s", "h", "t", Instant.EPOCH));
  }

  /** As the receiving side reads it. */
  private static MimeMessage roundTrip(String name, String subject) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    MESSAGES
        .write(
            new OutgoingMail(
                ID, "jose@inbox.example", name, subject, "<p>Grüße</p>", "Grüße", Instant.EPOCH))
        .writeTo(bytes);
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines().takeWhile(line -> !line.isEmpty()))
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(998));
    return new MimeMessage(SESSION, new ByteArrayInputStream(bytes.toByteArray()));
  }
}
