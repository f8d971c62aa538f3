package dev.switchboard.platform.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** One real SMTP server per test JVM that keeps what it gets. */
public final class TestSmtp {
  private static final GreenMail SHARED = start();

  private TestSmtp() {}

  /** Its port on localhost. */
  public static int port() {
    return SHARED.getSmtp().getPort();
  }

  /** The server, to read mails and to stop and start it. */
  public static GreenMail server() {
    return SHARED;
  }

  private static GreenMail start() {
    GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return server;
  }
}
