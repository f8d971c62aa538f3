package dev.switchboard.e2e.upgrade;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchboard.e2e.client.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What stands before the instances of a service on many machines: it sends each request to one of
 * those that are in, and repeats none.
 */
final class RoundRobin implements AutoCloseable {
  private static final Set<String> OF_ONE_CONNECTION =
      Set.of("connection", "content-length", "transfer-encoding", "upgrade", "host", "expect");
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int NOTHING = -1;

  private final List<Backend> backends = new CopyOnWriteArrayList<>();
  private final AtomicInteger next = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads).build();

  /** An instance, and how many requests it has in hand. */
  private record Backend(URI url, AtomicInteger underWay) {}

  RoundRobin(URI... first) throws IOException {
    for (URI url : first) {
      add(url);
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** From now on it gets its part of the requests. */
  void add(URI url) {
    backends.add(new Backend(url, new AtomicInteger()));
  }

  /** From now on it gets none; returns when it has answered all that it had. */
  void remove(URI url) throws Exception {
    List<Backend> gone = backends.stream().filter(each -> each.url().equals(url)).toList();
    backends.removeAll(gone);
    for (Backend each : gone) {
      Await.until("all is answered by " + url, TIMEOUT, () -> each.underWay().get() == 0);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Backend backend = take();
      try {
        answer(exchange, http.send(request(exchange, backend), BodyHandlers.ofByteArray()));
      } catch (IOException | InterruptedException e) {
        exchange.sendResponseHeaders(502, NOTHING);
      } finally {
        backend.underWay().decrementAndGet();
      }
    }
  }

  /** Counted before it is looked at again: who was removed meanwhile gets nothing new. */
  private Backend take() {
    while (true) {
      List<Backend> all = List.copyOf(backends);
      Backend backend = all.get(Math.floorMod(next.getAndIncrement(), all.size()));
      backend.underWay().incrementAndGet();
      if (backends.contains(backend)) {
        return backend;
      }
      backend.underWay().decrementAndGet();
    }
  }

  private static HttpRequest request(HttpExchange exchange, Backend backend) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(backend.url() + exchange.getRequestURI().toString()))
            .timeout(TIMEOUT)
            .method(
                exchange.getRequestMethod(),
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (!OF_ONE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> request.header(name, value));
          }
        });
    return request.build();
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> response)
      throws IOException {
    response
        .headers()
        .map()
        .forEach((name, values) -> {
          if (!OF_ONE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
            exchange.getResponseHeaders().put(name, values);
          }
        });
    byte[] body = response.body();
    exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? NOTHING : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    http.close();
    threads.close();
  }
}
