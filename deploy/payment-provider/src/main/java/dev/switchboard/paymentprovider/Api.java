package dev.switchboard.paymentprovider;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /v1}: who asks, what for, whether it was asked before, and the answer. Requests are done
 * one after the other, so that a second one with the key of a first waits for its answer.
 */
final class Api {
  private static final Logger LOG = LoggerFactory.getLogger(Api.class);
  private static final Pattern SESSION = Pattern.compile("/v1/checkout/sessions/([A-Za-z0-9_]+)");
  private static final Pattern CUSTOMER = Pattern.compile("/v1/customers/([A-Za-z0-9_]+)");
  private static final Pattern INTENT = Pattern.compile("/v1/payment_intents/([A-Za-z0-9_]+)");
  private static final Pattern CONFIRM =
      Pattern.compile("/v1/payment_intents/([A-Za-z0-9_]+)/confirm");

  private final Store store;
  private final ProviderSettings settings;
  private final Webhooks webhooks;
  private final Customers customers;
  private final CheckoutSessions sessions;
  private final PaymentIntents intents;

  Api(
      Store store,
      ProviderSettings settings,
      Webhooks webhooks,
      CheckoutSessions sessions,
      PaymentIntents intents) {
    this.store = store;
    this.settings = settings;
    this.webhooks = webhooks;
    this.customers = new Customers(store);
    this.sessions = sessions;
    this.intents = intents;
  }

  /**
   * A call of the interface.
   *
   * @param form the schema of its parameters
   * @param answer the schema of its answer
   */
  private record Call(String form, String answer, Function<ObjectNode, Act> act) {}

  void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange).ifPresent(reply -> sendTo(exchange, reply));
    }
  }

  /** The answer; nothing when it is lost. */
  private Optional<Reply> answer(HttpExchange exchange) throws IOException {
    try {
      requireKey(exchange);
      String method = exchange.getRequestMethod();
      String path = exchange.getRequestURI().getPath();
      Call call = call(method, path);
      ObjectNode form =
          Form.read(
              method.equals("GET")
                  ? exchange.getRequestURI().getRawQuery()
                  : new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      Schemas.requireRequest(call.form(), form);
      String key = method.equals("POST") ? key(exchange) : null;
      Answer answer = answer(call, key, method + " " + path + " " + form, form);
      if (answer.lost()) {
        Thread.sleep(settings.lostAnswerDelay());
        return Optional.empty();
      }
      return Optional.of(checked(call, answer));
    } catch (ApiError e) {
      return Optional.of(Reply.json(e.status(), Json.tree(e.body())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (RuntimeException e) {
      LOG.error("{} failed", exchange.getRequestURI().getPath(), e);
      return Optional.of(Reply.json(500, Json.tree(Map.of("error", Map.of("type", "api_error")))));
    }
  }

  private record Answer(int status, JsonNode body, boolean lost, boolean replayed) {}

  private Answer answer(Call call, @Nullable String key, String request, ObjectNode form) {
    Act act;
    synchronized (store) {
      Optional<StoredAnswer> first = key == null ? Optional.empty() : store.answer(key);
      if (first.isPresent()) {
        if (!first.get().request().equals(request)) {
          throw ApiError.keyOfAnotherRequest();
        }
        return new Answer(first.get().status(), first.get().body(), false, true);
      }
      act = call.act().apply(form);
      store.keep(
          key == null
              ? act.changes()
              : act.with(StoredAnswer.of(key, request, act, store.now())).changes());
    }
    webhooks.send(act.changes());
    return new Answer(act.status(), Json.tree(act.body()), act.answerLost(), false);
  }

  private static Reply checked(Call call, Answer answer) {
    Schemas.requireAnswer(answer.status() == 200 ? call.answer() : "error", answer.body());
    Reply reply = Reply.json(answer.status(), answer.body());
    reply = answer.replayed() ? reply.with("Idempotent-Replayed", "true") : reply;
    return reply.with("Request-Id", NewId.of("req"));
  }

  private Call call(String method, String path) {
    return switch (method + " " + path) {
      case "POST /v1/customers" -> new Call("customerForm", "customer", customers::create);
      case "POST /v1/checkout/sessions" ->
          new Call("checkoutSessionForm", "checkoutSession", sessions::create);
      case "POST /v1/payment_intents" ->
          new Call("paymentIntentForm", "paymentIntent", intents::create);
      default -> callOfOne(method, path);
    };
  }

  private Call callOfOne(String method, String path) {
    Matcher session = SESSION.matcher(path);
    if (method.equals("GET") && session.matches()) {
      String id = session.group(1);
      return new Call("checkoutSessionQuery", "checkoutSession", query -> sessions.get(id, query));
    }
    Matcher customer = CUSTOMER.matcher(path);
    if (method.equals("DELETE") && customer.matches()) {
      String id = customer.group(1);
      return new Call("noForm", "deletedCustomer", form -> customers.delete(id));
    }
    Matcher intent = INTENT.matcher(path);
    if (method.equals("GET") && intent.matches()) {
      String id = intent.group(1);
      return new Call("noForm", "paymentIntent", query -> intents.get(id));
    }
    Matcher confirm = CONFIRM.matcher(path);
    if (method.equals("POST") && confirm.matches()) {
      String id = confirm.group(1);
      return new Call("confirmForm", "paymentIntent", form -> intents.confirm(id, form));
    }
    throw ApiError.unknownPath(method, path);
  }

  private void requireKey(HttpExchange exchange) {
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    byte[] expected = ("Bearer " + settings.secretKey()).getBytes(StandardCharsets.UTF_8);
    if (given == null || !MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
      throw ApiError.unauthorized();
    }
  }

  private static @Nullable String key(HttpExchange exchange) {
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    if (key != null && (key.isEmpty() || key.length() > 255)) {
      throw ApiError.invalid("An idempotency key has 1 to 255 characters.", null);
    }
    return key;
  }

  private static void sendTo(HttpExchange exchange, Reply reply) {
    try {
      reply.send(exchange);
    } catch (IOException e) {
      LOG.info("The caller has gone before his answer: {}", e.toString());
    }
  }
}
