package dev.switchboard.local.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * One browser: keeps its cookies, sends the CSRF token back on every change, and remembers the last
 * consistency token. Safe for many threads.
 */
public final class Client {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String CSRF_COOKIE = "XSRF-TOKEN";
  private static final HttpClient HTTP = builder().build();
  private static final Map<String, HttpClient> HTTP_FROM = new ConcurrentHashMap<>();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http;
  private final String baseUrl;
  private final Map<String, String> cookies = new ConcurrentHashMap<>();
  private volatile @Nullable String consistencyToken;

  /**
   * A browser without cookies.
   *
   * @param baseUrl of the gateway, without a slash at its end
   */
  public Client(String baseUrl) {
    this(baseUrl, HTTP);
  }

  private Client(String baseUrl, HttpClient http) {
    this.baseUrl = baseUrl;
    this.http = http;
  }

  /**
   * A browser on another machine.
   *
   * @param address of this machine from which it comes, of 127.0.0.0/8
   */
  public static Client from(String baseUrl, String address) {
    return new Client(
        baseUrl,
        HTTP_FROM.computeIfAbsent(
            address, each -> builder().localAddress(InetAddress.ofLiteral(each)).build()));
  }

  private static HttpClient.Builder builder() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(5));
  }

  /** GET of a path below {@code /api/v1}. */
  public Answer get(String path) throws IOException {
    HttpRequest.Builder request = request(path).GET();
    String token = consistencyToken;
    if (token != null && path.startsWith("/users")) {
      request.header("Consistency-Token", token);
    }
    return send(request);
  }

  /** POST of a JSON body. */
  public Answer post(String path, Object body) throws IOException {
    return send(json(request(path), "POST", body));
  }

  /** POST with an Idempotency-Key. */
  public Answer post(String path, Object body, String idempotencyKey) throws IOException {
    return send(json(request(path), "POST", body).header("Idempotency-Key", idempotencyKey));
  }

  /** PUT of a JSON body, whatever version is there. */
  public Answer put(String path, Object body) throws IOException {
    return send(json(request(path), "PUT", body).header("If-Match", "*"));
  }

  /**
   * PATCH of a JSON body.
   *
   * @param ifMatch the ETag that was read, or {@code *}
   */
  public Answer patch(String path, Object body, String ifMatch) throws IOException {
    return send(json(request(path), "PATCH", body).header("If-Match", ifMatch));
  }

  /** DELETE. */
  public Answer delete(String path) throws IOException {
    return send(request(path).DELETE());
  }

  /** Any request, to try what the console would never send. */
  public Answer send(String method, String path, byte[] body, Map<String, String> headers)
      throws IOException {
    HttpRequest.Builder request = request(path).method(method, BodyPublishers.ofByteArray(body));
    headers.forEach(request::setHeader);
    return send(request);
  }

  /** Signs in and keeps the session. */
  public Answer signIn(String email, String password) throws IOException {
    Answer answer = post("/session", Map.of("email", email, "password", password));
    if (answer.isSuccess()) {
      get("/session");
    }
    return answer;
  }

  /** The cookies as a browser would send them. */
  public String cookieHeader() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(baseUrl + "/api/v1" + path))
            .timeout(TIMEOUT)
            .header("Accept", "application/json, application/problem+json");
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookieHeader());
    }
    String csrf = cookies.get(CSRF_COOKIE);
    if (csrf != null) {
      request.header("X-XSRF-TOKEN", csrf);
    }
    return request;
  }

  private static HttpRequest.Builder json(HttpRequest.Builder request, String method, Object body) {
    return request
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
  }

  private Answer send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      response
          .headers()
          .firstValue("Consistency-Token")
          .ifPresent(token -> consistencyToken = token);
      return new Answer(response.statusCode(), response.headers(), parse(response.body()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static JsonNode parse(byte[] body) {
    if (body.length == 0) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(body);
    } catch (JacksonException notJson) {
      return JSON.valueToTree(new String(body, java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  private void keep(String setCookie) {
    String pair = setCookie.split(";", 2)[0];
    int equals = pair.indexOf('=');
    String name = pair.substring(0, equals).strip();
    String value = pair.substring(equals + 1).strip();
    if (value.isEmpty()) {
      cookies.remove(name);
    } else {
      cookies.put(name, value);
    }
  }
}
