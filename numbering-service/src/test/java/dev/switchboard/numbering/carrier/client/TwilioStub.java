package dev.switchboard.numbering.carrier.client;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks Twilio's published interface on a port of this machine, keeps what was bought, and can be
 * told how the next calls go wrong. Each request and each answer is held against schema.json.
 */
final class TwilioStub implements AutoCloseable {
  static final String ACCOUNT = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
  static final String KEY = "SKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
  static final String SECRET = "stub-secret";
  private static final String BASE = "/2010-04-01/Accounts/" + ACCOUNT;
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaIdResolvers(resolvers ->
                  resolvers.mapPrefix("https://switchboard.example/tests/", "classpath:")));

  /** How a call goes wrong. */
  enum Fault {
    /** 429. */
    TOO_MANY,
    /** 503 before anything is done. */
    DOWN,
    /** All is done, and then the connection is cut. */
    LOST_ANSWER,
    /** All is done, and the answer comes too late. */
    SLOW,
    /** An answer that is no JSON. */
    GARBAGE,
    /** 401: the key is wrong. */
    WRONG_KEY
  }

  private final JsonMapper json = JsonMapper.builder().build();
  private final HttpServer server;
  private final Map<String, String> owned = new ConcurrentHashMap<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final List<String> broken = new CopyOnWriteArrayList<>();
  private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();
  private final List<Map<String, Object>> stock = new CopyOnWriteArrayList<>();

  TwilioStub() {
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
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Has this number on sale. */
  void offer(@Nullable String number, @Nullable String locality, @Nullable String region) {
    Map<String, Object> each = new LinkedHashMap<>();
    each.put("phone_number", number);
    each.put("locality", locality);
    each.put("region", region);
    each.put("iso_country", "US");
    each.put("address_requirements", "none");
    each.put("beta", false);
    each.put("capabilities", Map.of("voice", true, "sms", true, "mms", false));
    stock.add(each);
  }

  /** The next calls with this method go wrong so, one after the other. */
  void fail(String method, Fault... how) {
    faults.computeIfAbsent(method, any -> new ConcurrentLinkedQueue<>()).addAll(List.of(how));
  }

  /** Calls so far, as method and path, without the account. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  long count(String method) {
    return calls.stream().filter(call -> call.startsWith(method + " ")).count();
  }

  /** Numbers that were bought and not given back. */
  List<String> owned() {
    return owned.keySet().stream().sorted().toList();
  }

  /** What broke the interface: nothing, hopefully. */
  List<String> broken() {
    return List.copyOf(broken);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    calls.add(method + " " + path.replace(BASE, ""));
    Fault fault = faults.getOrDefault(method, new ArrayDeque<>()).poll();
    try (exchange) {
      if (!isSignedIn(exchange) || fault == Fault.WRONG_KEY) {
        refuse(exchange, 401, 20003, "Authenticate");
      } else if (fault == Fault.TOO_MANY) {
        refuse(exchange, 429, 20429, "Too Many Requests");
      } else if (fault == Fault.DOWN) {
        refuse(exchange, 503, 20503, "Service Unavailable");
      } else {
        answer(exchange, method, path, fault);
      }
    }
  }

  private void answer(HttpExchange exchange, String method, String path, @Nullable Fault fault)
      throws IOException {
    Map<String, String> query = decode(exchange.getRequestURI().getRawQuery());
    Map<String, String> form =
        decode(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Answer answer = act(method, path.substring(BASE.length()), query, form);
    if (fault == Fault.LOST_ANSWER) {
      return;
    }
    if (fault == Fault.SLOW) {
      pause();
    }
    if (fault == Fault.GARBAGE) {
      send(exchange, 200, "<html>".getBytes(StandardCharsets.UTF_8));
      return;
    }
    if (answer.schema() != null) {
      check(answer.schema(), answer.body());
    }
    send(
        exchange,
        answer.status(),
        answer.body() == null ? null : json.writeValueAsBytes(answer.body()));
  }

  private record Answer(int status, @Nullable String schema, @Nullable Object body) {}

  private Answer act(
      String method, String path, Map<String, String> query, Map<String, String> form) {
    if (method.equals("GET") && path.matches("/AvailablePhoneNumbers/[A-Z]{2}/Local\\.json")) {
      check("availableQuery", query);
      return new Answer(
          200,
          "availableList",
          Map.of("available_phone_numbers", matching(query), "uri", BASE + path));
    }
    if (method.equals("GET") && path.equals("/IncomingPhoneNumbers.json")) {
      check("ownedQuery", query);
      String number = query.getOrDefault("PhoneNumber", "");
      return new Answer(
          200,
          "incomingList",
          Map.of(
              "incoming_phone_numbers",
              owned.containsKey(number) ? List.of(incoming(number)) : List.of()));
    }
    if (method.equals("POST") && path.equals("/IncomingPhoneNumbers.json")) {
      check("buyForm", form);
      return buy(form.getOrDefault("PhoneNumber", ""));
    }
    if (method.equals("DELETE") && path.matches("/IncomingPhoneNumbers/PN[0-9a-f]{32}\\.json")) {
      String sid = path.substring("/IncomingPhoneNumbers/".length(), path.length() - 5);
      return owned.values().remove(sid)
          ? new Answer(204, null, null)
          : refusal(404, 20404, "The requested resource was not found");
    }
    broken.add(method + " " + path);
    return refusal(404, 20404, "The requested resource was not found");
  }

  private Answer buy(String number) {
    boolean onSale = stock.stream().anyMatch(each -> number.equals(each.get("phone_number")));
    if (!onSale || owned.containsKey(number)) {
      return refusal(400, 21422, "PhoneNumber is not available");
    }
    owned.put(number, "PN%032x".formatted(owned.size() + 1));
    return new Answer(201, "incoming", incoming(number));
  }

  private Map<String, Object> incoming(String number) {
    return Map.of(
        "account_sid",
        ACCOUNT,
        "sid",
        String.valueOf(owned.get(number)),
        "phone_number",
        number,
        "api_version",
        "2010-04-01",
        "status",
        "in-use");
  }

  private List<Map<String, Object>> matching(Map<String, String> query) {
    return stock.stream()
        .filter(each -> !owned.containsKey(String.valueOf(each.get("phone_number"))))
        .filter(each ->
            !query.containsKey("AreaCode")
                || String.valueOf(each.get("phone_number"))
                    .startsWith("+1" + query.get("AreaCode")))
        .filter(each ->
            !query.containsKey("InLocality")
                || query.get("InLocality").equals(each.get("locality")))
        .limit(Integer.parseInt(query.getOrDefault("PageSize", "50")))
        .toList();
  }

  private static Answer refusal(int status, int code, String message) {
    return new Answer(
        status, "refusal", Map.of("code", code, "message", message, "status", status));
  }

  private void refuse(HttpExchange exchange, int status, int code, String message)
      throws IOException {
    Answer answer = refusal(status, code, message);
    check("refusal", answer.body());
    send(exchange, status, json.writeValueAsBytes(answer.body()));
  }

  private static void send(HttpExchange exchange, int status, byte @Nullable [] body)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body == null ? -1 : body.length);
    if (body != null) {
      exchange.getResponseBody().write(body);
    }
  }

  private static boolean isSignedIn(HttpExchange exchange) {
    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((KEY + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    return expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private static Map<String, String> decode(@Nullable String pairs) {
    Map<String, String> decoded = new TreeMap<>();
    if (pairs != null && !pairs.isEmpty()) {
      for (String pair : pairs.split("&")) {
        String[] parts = pair.split("=", 2);
        decoded.put(
            URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
            URLDecoder.decode(parts.length == 2 ? parts[1] : "", StandardCharsets.UTF_8));
      }
    }
    return decoded;
  }

  private void check(String schema, @Nullable Object data) {
    var errors =
        SCHEMAS
            .getSchema(
                SchemaLocation.of(
                    "https://switchboard.example/tests/twilio/schema.json#/$defs/" + schema))
            .validate(json.writeValueAsString(data), InputFormat.JSON);
    errors.forEach(error -> broken.add(schema + ": " + error));
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(600);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      Assertions.fail(e);
    }
  }
}
