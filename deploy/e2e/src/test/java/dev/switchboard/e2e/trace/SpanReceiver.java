package dev.switchboard.e2e.trace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes spans by OTLP over HTTP and keeps the last ones. */
public final class SpanReceiver {
  private static final String PATH = "/v1/traces";
  private static final int KEPT = 50_000;
  private static final int KEPT_REQUESTS = 100;
  private static final HexFormat HEX = HexFormat.of();

  private final HttpServer server;
  private final Deque<Span> spans = new ArrayDeque<>();
  private final Deque<byte[]> requests = new ArrayDeque<>();

  private SpanReceiver(HttpServer server) {
    this.server = server;
  }

  /** One on a free port of this machine, until the program ends. */
  public static SpanReceiver start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      SpanReceiver receiver = new SpanReceiver(server);
      server.createContext(PATH, receiver::take);
      server.setExecutor(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory()));
      server.start();
      return receiver;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where exporters send to. */
  public String endpoint() {
    return "http://localhost:" + server.getAddress().getPort() + PATH;
  }

  /** What has arrived of this trace. */
  public synchronized List<Span> trace(String traceId) {
    return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
  }

  /** What matches this pattern in the last exports, as they came. */
  public synchronized List<String> texts(Pattern pattern) {
    return requests.stream()
        .map(request -> new String(request, StandardCharsets.ISO_8859_1))
        .flatMap(text -> pattern.matcher(text).results().map(MatchResult::group))
        .distinct()
        .toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] request = exchange.getRequestBody().readAllBytes();
      keep(request, read(request).toList());
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private synchronized void keep(byte[] request, List<Span> arrived) {
    requests.add(request);
    spans.addAll(arrived);
    while (spans.size() > KEPT) {
      spans.removeFirst();
    }
    while (requests.size() > KEPT_REQUESTS) {
      requests.removeFirst();
    }
  }

  /** The spans of an ExportTraceServiceRequest, by the field numbers of opentelemetry-proto. */
  static Stream<Span> read(byte[] request) {
    return new WireFields(request)
        .messages(1)
        .flatMap(resourceSpans -> {
          String service = service(resourceSpans);
          return resourceSpans
              .messages(2)
              .flatMap(scopeSpans -> scopeSpans.messages(2))
              .map(span ->
                  new Span(
                      HEX.formatHex(span.bytes(1)),
                      HEX.formatHex(span.bytes(2)),
                      HEX.formatHex(span.bytes(4)),
                      service,
                      new String(span.bytes(5), StandardCharsets.UTF_8),
                      span.number(6)));
        });
  }

  private static String service(WireFields resourceSpans) {
    return resourceSpans
        .messages(1)
        .flatMap(resource -> resource.messages(1))
        .filter(attribute -> attribute.text(1).equals("service.name"))
        .map(attribute -> new WireFields(attribute.bytes(2)).text(1))
        .findFirst()
        .orElse("");
  }
}
