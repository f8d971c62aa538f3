package dev.switchboard.bench.client;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive HTTP/1.1 connection that sends ready-made requests and reads the answers past. It
 * costs much less time of the machine than a general client, which is what a measurement wants.
 */
public final class HttpConnection implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 30_000;
  private static final int OK = 200;
  private static final int MULTIPLE_CHOICES = 300;

  private final InetSocketAddress server;
  private final @Nullable InetAddress from;
  private Socket socket = new Socket();
  private InputStream in = InputStream.nullInputStream();
  private boolean open;

  /** A connection to the server of this address, opened at the first request. */
  public HttpConnection(URI server) {
    this(server, null);
  }

  /** The same from one of this machine's addresses, so that it is another client. */
  public HttpConnection(URI server, @Nullable InetAddress from) {
    this.server = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), server.getPort());
    this.from = from;
  }

  /** Sends the request and returns the status, when the whole answer has been read. */
  public int send(byte[] request) throws IOException {
    if (!open) {
      connect();
    }
    socket.getOutputStream().write(request);
    return readAnswer();
  }

  /**
   * The same for a request that must succeed.
   *
   * @throws IOException when the status is not 2xx
   */
  public void expectSuccess(byte[] request) throws IOException {
    int status = send(request);
    if (status < OK || status >= MULTIPLE_CHOICES) {
      throw new IOException(
          "answered "
              + status
              + ": "
              + new String(request, StandardCharsets.UTF_8).lines().findFirst().orElse(""));
    }
  }

  @Override
  public void close() throws IOException {
    open = false;
    socket.close();
  }

  private void connect() throws IOException {
    socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    if (from != null) {
      socket.bind(new InetSocketAddress(from, 0));
    }
    socket.connect(server, TIMEOUT_MILLIS);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    open = true;
  }

  private int readAnswer() throws IOException {
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int length = 0;
    boolean chunked = false;
    boolean last = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      int colon = header.indexOf(':');
      String value = header.substring(colon + 1).strip();
      switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
        case "content-length" -> length = Integer.parseInt(value);
        case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
        case "connection" -> last = value.equalsIgnoreCase("close");
        default -> {}
      }
    }
    if (chunked) {
      skipChunks();
    } else {
      in.skipNBytes(length);
    }
    if (last) {
      close();
    }
    return status;
  }

  private void skipChunks() throws IOException {
    while (true) {
      int size = Integer.parseInt(line().split(";", 2)[0].strip(), 16);
      in.skipNBytes(size);
      line();
      if (size == 0) {
        return;
      }
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
