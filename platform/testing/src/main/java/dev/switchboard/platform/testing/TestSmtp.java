package dev.switchboard.platform.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/**
 * One real SMTP server per test JVM that keeps what it gets. Its port stays the same when a test
 * stops it and starts it again; the mails it held are gone then.
 */
public final class TestSmtp {
  private static final int PORT = FreePort.next();
  private static final long LONGEST_START_MILLIS = 20_000;
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
    ServerSetup setup = new ServerSetup(PORT, "localhost", ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(LONGEST_START_MILLIS);
    GreenMail server = new GreenMail(setup);
    server.start();
    return server;
  }
}
