package dev.switchboard.paymentprovider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A payment provider for development. It listens on the loopback address: {@code /v1} is Stripe's
 * interface as far as it is in use, {@code /card/} and {@code /confirm/} are its pages, {@code
 * /api/charges} tells auditors what money was taken, and {@code /} lists the test cards.
 */
public final class PaymentProviderServer implements AutoCloseable {
  /** The version of the interface. */
  public static final String API_VERSION = "2025-09-30.clover";

  private static final Logger LOG = LoggerFactory.getLogger(PaymentProviderServer.class);

  private final Store store;
  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Webhooks webhooks;
  private final CardPage cardPage;
  private final BankPage bankPage;

  private PaymentProviderServer(ProviderSettings settings) throws IOException {
    http =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
    store = openStore(settings, http);
    webhooks = new Webhooks(store, settings);
    CheckoutSessions sessions = new CheckoutSessions(store, uri(), API_VERSION);
    PaymentIntents intents = new PaymentIntents(store, uri(), API_VERSION);
    cardPage = new CardPage(store, webhooks, sessions);
    bankPage = new BankPage(store, webhooks, intents);
    Api api = new Api(store, settings, webhooks, sessions, intents);
    http.setExecutor(threads);
    http.createContext("/v1/", api::handle);
    http.createContext("/", this::page);
    http.start();
  }

  /**
   * Starts it with what its folder holds; news that nobody has taken are sent again.
   *
   * @throws UncheckedIOException when the port is taken or the folder can't be used
   */
  public static PaymentProviderServer start(ProviderSettings settings) {
    try {
      return new PaymentProviderServer(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Store openStore(ProviderSettings settings, HttpServer http) {
    try {
      return new Store(settings.folder(), settings.clock());
    } catch (RuntimeException e) {
      http.stop(0);
      throw e;
    }
  }

  /** Its address, without a slash at its end. */
  public URI uri() {
    return URI.create("http://localhost:" + http.getAddress().getPort());
  }

  /** All money that was taken, the oldest first. */
  public List<Charge> charges() {
    return store.all(Charge.class);
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
    webhooks.close();
    store.close();
  }

  private void page(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply;
      try {
        reply = reply(exchange);
      } catch (ApiError e) {
        reply = Reply.page(e.status(), Html.page("Not found", "<p>There is nothing here.</p>"));
      } catch (RuntimeException e) {
        LOG.error("{} failed", exchange.getRequestURI().getPath(), e);
        reply = Reply.page(500, Html.page("Failed", "<p>The log tells why.</p>"));
      }
      reply.send(exchange);
    }
  }

  private Reply reply(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    String[] path = exchange.getRequestURI().getPath().split("/");
    String place = path.length < 2 ? "" : path[1];
    String id = path.length == 3 ? path[2] : "";
    return switch (method + " /" + place) {
      case "GET /" -> Reply.page(200, Html.page("Test cards", Html.testCards()));
      case "GET /card" -> cardPage.show(id);
      case "POST /card" -> cardPage.enter(id, body(exchange));
      case "GET /confirm" -> bankPage.show(id);
      case "POST /confirm" -> bankPage.decide(id, body(exchange));
      case "GET /api" -> id.equals("charges") ? charges(exchange) : nothing(method, place);
      default -> nothing(method, place);
    };
  }

  private static Reply nothing(String method, String place) {
    throw ApiError.unknownPath(method, "/" + place);
  }

  private static ObjectNode body(HttpExchange exchange) throws IOException {
    return Form.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  /** Of a customer, of a payment intent, or with this value anywhere in the metadata. */
  private Reply charges(HttpExchange exchange) {
    ObjectNode query = Form.read(exchange.getRequestURI().getRawQuery());
    String customer = query.path("customer").asString("");
    String intent = query.path("payment_intent").asString("");
    String reference = query.path("reference").asString("");
    List<Charge> found =
        charges().stream()
            .filter(charge -> customer.isEmpty() || charge.customer().equals(customer))
            .filter(charge -> intent.isEmpty() || charge.paymentIntent().equals(intent))
            .filter(charge -> reference.isEmpty() || charge.metadata().containsValue(reference))
            .toList();
    return Reply.json(200, Json.tree(Map.of("items", found)));
  }
}
