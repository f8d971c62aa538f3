package dev.switchboard.local.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.local.FreePorts;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSinkTest {
  @TempDir Path folder;
  private int smtpPort;
  private int pagePort;
  private MailSink sink;

  @BeforeEach
  void start() throws IOException {
    smtpPort = FreePorts.base();
    pagePort = FreePorts.base();
    sink = new MailSink(folder, smtpPort, pagePort);
  }

  @AfterEach
  void end() {
    sink.close();
  }

  @Test
  void mailsAreKeptOverARestart() throws Exception {
    send("ana@example.org", "First");
    send("Ana@Example.org", "Second");
    send("bo@example.org", "Other");
    sink.close();
    sink = new MailSink(folder, smtpPort, pagePort);
    assertThat(sink.mails("ana@example.org"))
        .extracting(StoredMail::subject)
        .containsExactly("First", "Second");
    send("ana@example.org", "Third");
    assertThat(sink.mails("")).hasSize(4);
  }

  @Test
  void bouncingAddressIsRefusedForGood() {
    assertThatThrownBy(() -> send("bounce@example.org", "Never"))
        .isInstanceOf(SendFailedException.class)
        .rootCause()
        .hasMessageContaining("550 5.1.1");
    assertThat(sink.mails("")).isEmpty();
  }

  @Test
  void pageShowsWhatWasSentAndRunsNothingOfIt() throws Exception {
    send("ana@example.org", "<script>alert(1)</script>");
    String page = get("/");
    assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script>");
    assertThat(get("/api/mails?to=ana%40example.org")).contains("\"to\":\"ana@example.org\"");
    assertThat(get("/api/mails?to=bo%40example.org")).isEqualTo("{\"items\":[]}");
    assertThat(get("/?to=nobody")).contains("No mails yet.");
  }

  private void send(String to, String subject) throws MessagingException {
    Properties settings = new Properties();
    settings.setProperty("mail.smtp.host", "localhost");
    settings.setProperty("mail.smtp.port", Integer.toString(smtpPort));
    MimeMessage mail = new MimeMessage(Session.getInstance(settings));
    mail.setFrom("switchboard@example.org");
    mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to));
    mail.setSubject(subject, "UTF-8");
    mail.setText("Hello", "UTF-8");
    Transport.send(mail);
  }

  private String get(String path) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://localhost:" + pagePort + path);
      return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }
  }
}
