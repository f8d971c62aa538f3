package dev.switchboard.billing.provider.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.assertj.core.api.Assertions;

/** Stands between the service and the provider, and can be told how the next calls go wrong. */
final class FaultyStripe implements AutoCloseable {
  /** After so long comes an answer that is too late. */
  static final Duration SLOWNESS = Duration.ofSeconds(2);

  private static final Set<String> HEADERS =
      Set.of("authorization", "content-type", "idempotency-key", "stripe-version");

  /** How a call goes wrong. */
  enum Fault {
    /** 429, nothing is done. */
    TOO_MANY,
    /** 409: the same call is at work already. */
    IN_USE,
    /** 500, nothing is done. */
    BROKEN,
    /** 503 of something in between, which does not speak JSON. */
    DOWN,
    /** 401: our key is not taken. */
    WRONG_KEY,
    /** All is done, and then the connection is cut. */
    LOST_ANSWER,
    /** All is done, and the answer comes too late. */
    SLOW,
    /** All is done, and the answer is no JSON. */
    GARBAGE,
    /** All is done, and the answer lacks all that it should tell. */
    EMPTY
  }

  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI target;
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final List<String> versions = new CopyOnWriteArrayList<>();

  FaultyStripe(URI target) {
    this.target = target;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** The next calls go wrong so, one after the other. */
  void fail(Fault... how) {
    faults.addAll(List.of(how));
  }

  /** Calls so far: method, path and idempotency key. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  /** The versions that were asked for, of all calls. */
  List<String> versions() {
    return List.copyOf(versions);
  }

  @Override
  public void close() {
    server.stop(0);
    http.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    calls.add(
        "%s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("Idempotency-Key")));
    versions.add(String.valueOf(exchange.getRequestHeaders().getFirst("Stripe-Version")));
    Fault fault = faults.poll();
    try (exchange) {
      if (fault == null) {
        HttpResponse<byte[]> answer = forward(exchange);
        send(exchange, answer.statusCode(), answer.body());
        return;
      }
      switch (fault) {
        case TOO_MANY -> refuse(exchange, 429, "rate_limit");
        case IN_USE -> refuse(exchange, 409, "idempotency_key_in_use");
        case BROKEN -> refuse(exchange, 500, "api_error");
        case WRONG_KEY -> refuse(exchange, 401, "api_key_expired");
        case DOWN -> send(exchange, 503, "<h1>Unavailable</h1>".getBytes(StandardCharsets.UTF_8));
        case LOST_ANSWER -> forward(exchange);
        case GARBAGE -> {
          forward(exchange);
          send(exchange, 200, "{\"id\": ".getBytes(StandardCharsets.UTF_8));
        }
        case EMPTY -> {
          forward(exchange);
          send(exchange, 200, "{}".getBytes(StandardCharsets.UTF_8));
        }
        case SLOW -> {
          HttpResponse<byte[]> answer = forward(exchange);
          pause();
          send(exchange, answer.statusCode(), answer.body());
        }
      }
    }
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (HEADERS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
            request.header(name, values.getFirst());
          }
        });
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
    String body =
        "{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"%s\"}}".formatted(code);
    send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static void pause() {
    try {
      Thread.sleep(SLOWNESS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      Assertions.fail(e);
    }
  }
}
