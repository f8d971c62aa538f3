package dev.switchboard.notification.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A small SMTP server that answers as told: the first word of a command to the reply. {@code
 * CONNECT} is the greeting, {@code DOT} the end of a message. An empty reply is silence, {@code
 * HANG-UP} ends the connection.
 */
public final class StubSmtp implements AutoCloseable {
  private final ServerSocket server;
  private final Map<String, String> replies;
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Thread accepting;

  public StubSmtp(Map<String, String> replies) {
    this(0, replies);
  }

  public StubSmtp(int port, Map<String, String> replies) {
    this.replies = new ConcurrentHashMap<>(replies);
    try {
      this.server = new ServerSocket(port, 50, InetAddress.getByName("localhost"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.accepting = Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** How many connections there have been. */
  public int connections() {
    return connections.get();
  }

  /** All commands so far. */
  public List<String> commands() {
    return commands;
  }

  public void answer(String command, String reply) {
    replies.put(command, reply);
  }

  /** Ends all connections, as servers do with those that are kept without use. */
  public void hangUp() {
    open.forEach(StubSmtp::close);
  }

  @Override
  public void close() {
    try {
      server.close();
      // Only when nobody waits at it any more is the port free for the next one.
      accepting.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    hangUp();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> converse(socket));
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void converse(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream()) {
      reply(socket, out, "CONNECT", "220 stub.example ready");
      boolean inMessage = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (inMessage) {
          if (line.equals(".")) {
            inMessage = false;
            reply(socket, out, "DOT", "250 2.0.0 taken");
          }
          continue;
        }
        commands.add(line);
        String word = line.split("[ :]", 2)[0];
        String said = reply(socket, out, word, usual(word));
        inMessage = word.equals("DATA") && said != null && said.startsWith("354");
      }
    } catch (IOException e) {
      open.remove(socket); // the client or hangUp ended it
    }
  }

  private @Nullable String reply(Socket socket, OutputStream out, String word, String usual)
      throws IOException {
    String reply = replies.getOrDefault(word, usual);
    if (reply.equals("HANG-UP")) {
      socket.close();
    } else if (!reply.isEmpty()) {
      out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
    return reply;
  }

  private static String usual(String word) {
    return switch (word) {
      case "DATA" -> "354 go on";
      case "QUIT" -> "221 bye";
      default -> "250 ok";
    };
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
