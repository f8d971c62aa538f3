package dev.switchboard.local.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Takes all mails and delivers none. A mail is on the disk before it is acknowledged; addresses
 * that begin with {@code bounce@} are refused for good, to see what happens then.
 */
public final class MailSink implements AutoCloseable {
  private static final int NO_SUCH_MAILBOX = 550;
  private static final int TRY_AGAIN = 451;

  private final MailStore store;
  private final SMTPServer smtp;
  private final MailPage page;

  /** Starts both servers, on the loopback address. */
  public MailSink(Path folder, int smtpPort, int pagePort) throws IOException {
    this.store = new MailStore(folder);
    this.smtp =
        SMTPServer.port(smtpPort)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .maxConnections(200)
            .messageHandlerFactory(Handler::new)
            .build();
    smtp.start();
    this.page = new MailPage(store, pagePort);
  }

  /** All mails, or those to this address; the newest last. */
  public List<StoredMail> mails(String to) {
    return store.mails(to);
  }

  @Override
  public void close() {
    page.close();
    smtp.stop();
  }

  private final class Handler implements MessageHandler {
    private Optional<String> recipient = Optional.empty();

    Handler(MessageContext context) {}

    @Override
    public void from(String from) {}

    @Override
    public void recipient(String address) throws RejectException {
      if (address.toLowerCase(Locale.ROOT).startsWith("bounce@")) {
        throw new RejectException(NO_SUCH_MAILBOX, "5.1.1 There is no such mailbox");
      }
      recipient = Optional.of(address);
    }

    @Override
    public @Nullable String data(InputStream content) throws RejectException {
      try {
        store.keep(recipient.orElseThrow(), content.readAllBytes());
        return null;
      } catch (IOException e) {
        throw new RejectException(TRY_AGAIN, "4.3.0 The mail can't be stored now");
      }
    }

    @Override
    public void done() {}
  }
}
