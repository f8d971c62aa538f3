package dev.switchboard.platform.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/**
 * One real SMTP server per test JVM that keeps what it gets. Its port stays the same when a test
 * stops it and starts it again; the mails it held are gone then.
 */
public final class TestSmtp {
  private static final int PORT = freePort();
  private static final GreenMail SHARED = start();

  private TestSmtp() {}

  /** Its port on localhost. */
  public static int port() {
    return PORT;
  }

  /** The server, to read mails and to stop and start it. */
  public static GreenMail server() {
    return SHARED;
  }

  private static GreenMail start() {
    GreenMail server = new GreenMail(new ServerSetup(PORT, "localhost", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return server;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
