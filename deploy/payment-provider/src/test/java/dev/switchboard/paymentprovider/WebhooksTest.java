package dev.switchboard.paymentprovider;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WebhooksTest extends ProviderTest {
  private final Collection<Notice> notices = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private HttpServer receiver;

  private record Notice(String signature, String body) {
    JsonNode event() {
      return Json.MAPPER.readTree(body);
    }

    String type() {
      return event().path("type").asString();
    }
  }

  @BeforeEach
  void listen() throws Exception {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/events",
        exchange -> {
          try (exchange) {
            notices.add(
                new Notice(
                    String.valueOf(exchange.getRequestHeaders().getFirst(Signature.HEADER)),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(failures.getAndDecrement() > 0 ? 503 : 204, -1);
          }
        });
    receiver.start();
    restart(webhookUrl());
  }

  @AfterEach
  void stopListening() {
    receiver.stop(0);
  }

  @Test
  @DisplayName("E7 news come signed: the card entered, the money taken, the charge declined")
  void news() throws Exception {
    String customer = newCustomer();
    String card = newCard(customer, TestCard.SUCCEEDS);
    String declining = newCard(customer, TestCard.DECLINES);
    String intent = id(newIntent(customer, null));
    charge(intent, declining, "attempt-1");
    charge(intent, card, "attempt-2");

    await(4);
    assertThat(notices)
        .extracting(Notice::type)
        .containsExactlyInAnyOrder(
            "checkout.session.completed",
            "checkout.session.completed",
            "payment_intent.payment_failed",
            "payment_intent.succeeded");
    for (Notice notice : notices) {
      assertThat(Schemas.errors("event", notice.event())).isEmpty();
      String[] parts = notice.signature().split("[=,]");
      long time = Long.parseLong(parts[1]);
      assertThat(time)
          .isCloseTo(Instant.now().getEpochSecond(), org.assertj.core.data.Offset.offset(60L));
      assertThat(notice.signature()).isEqualTo(Signature.of(WEBHOOK_SECRET, time, notice.body()));
    }
  }

  @Test
  @DisplayName("E7 a signature is HMAC-SHA256 of time and body, as an independent program makes it")
  void signature() {
    // printf '1700000000.{"id":"evt_1"}' | openssl dgst -sha256 -hmac whsec_secret
    assertThat(Signature.of("whsec_secret", 1_700_000_000L, "{\"id\":\"evt_1\"}"))
        .isEqualTo(
            "t=1700000000,v1=7aa0c32b7f782241f188714c83ab73a6f2c5c6dd2c76b9cd53935f6d779e0ef8");
  }

  @Test
  @DisplayName("E7 news that are not taken come again")
  void repeated() throws Exception {
    failures.set(3);
    newCard(newCustomer(), TestCard.SUCCEEDS);

    await(4);
    assertThat(notices)
        .extracting(notice -> notice.event().path("id"))
        .containsOnly(notices.iterator().next().event().path("id"));
    TimeUnit.MILLISECONDS.sleep(300);
    assertThat(notices).as("taken news come no more").hasSize(4);
  }

  @Test
  @DisplayName("E7 news that nobody took come again after a restart, taken ones do not")
  void afterRestart() throws Exception {
    newCard(newCustomer(), TestCard.SUCCEEDS);
    await(1);
    awaitSettled();
    receiver.removeContext("/events");
    newCard(newCustomer(), TestCard.SUCCEEDS);
    provider.close();
    receiver.stop(0);
    notices.clear();
    listen();

    await(1);
    TimeUnit.MILLISECONDS.sleep(200);
    assertThat(notices).hasSize(1);
  }

  private URI webhookUrl() {
    return URI.create("http://localhost:" + receiver.getAddress().getPort() + "/events");
  }

  /** Until the provider has kept that the first news were taken. */
  private void awaitSettled() throws Exception {
    for (int i = 0; i < 200; i++) {
      List<String> lines = java.nio.file.Files.readAllLines(folder.resolve("journal.jsonl"));
      if (lines.getLast().contains("\"pending_webhooks\":0")) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    throw new AssertionError("the news were not kept as taken");
  }

  private void await(int count) throws InterruptedException {
    for (int i = 0; i < 500 && notices.size() < count; i++) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertThat(notices).hasSizeGreaterThanOrEqualTo(count);
  }
}
