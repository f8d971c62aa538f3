package dev.switchboard.gateway.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchboard.platform.testing.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A service as the gateway sees it: a real HTTP server that remembers what arrived. */
public final class StubService {
  private final String name;
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private HttpServer server;

  /** A request that arrived. */
  public record Seen(String method, String target, Headers headers, byte[] body) {

    /** The first value of a header, or null. */
    public @Nullable String header(String header) {
      return headers.getFirst(header);
    }
  }

  /** How a path is answered. */
  @FunctionalInterface
  public interface Answer {
    void to(HttpExchange exchange, byte[] body) throws IOException;
  }

  /** An answer that does not come until the gate is open; then an empty JSON object. */
  public static final class Gate implements Answer, AutoCloseable {
    private final CountDownLatch opened = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();

    @Override
    public void to(HttpExchange exchange, byte[] body) throws IOException {
      waiting.incrementAndGet();
      try {
        opened.await(60, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      json(exchange, 200, "{}");
    }

    /** How many requests have come so far. */
    public int waiting() {
      return waiting.get();
    }

    /** Lets all answers out. */
    public void open() {
      opened.countDown();
    }

    @Override
    public void close() {
      open();
    }
  }

  StubService(String name) {
    this.name = name;
    this.server = start(FreePort.next());
  }

  private HttpServer start(int port) {
    try {
      HttpServer started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      started.createContext("/", this::handle);
      started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      started.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getRawPath();
      if (!path.startsWith("/internal/")) {
        seen.add(
            new Seen(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                body));
      }
      answers.getOrDefault(path, this::answerWithName).to(exchange, body);
    }
  }

  private void answerWithName(HttpExchange exchange, byte[] body) throws IOException {
    json(exchange, 200, "{\"service\":\"" + name + "\"}");
  }

  /** Sends a JSON body. */
  public static void json(HttpExchange exchange, int status, String body) throws IOException {
    send(exchange, status, "application/json", body);
  }

  /** Sends any body. */
  public static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, bytes.length == 0 || head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
  }

  /** Answers a path in another way from now on. */
  public void answer(String path, Answer answer) {
    answers.put(path, answer);
  }

  /** Requests that arrived since {@link #forget}, without internal ones. */
  public List<Seen> seen() {
    return seen;
  }

  /** The only request that arrived. */
  public Seen only() {
    if (seen.size() != 1) {
      throw new AssertionError(seen.size() + " requests arrived at " + name);
    }
    return seen.getFirst();
  }

  /** Forgets requests and special answers. */
  public void forget() {
    seen.clear();
    answers.keySet().removeIf(path -> !path.startsWith("/internal/"));
  }

  /** Base address. */
  public String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Takes the service down: connections are refused. */
  public void stop() {
    server.stop(0);
  }

  /** Brings it back at the same port. */
  public void restart() {
    server = start(server.getAddress().getPort());
  }
}
