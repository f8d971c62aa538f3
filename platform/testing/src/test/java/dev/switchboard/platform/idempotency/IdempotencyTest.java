package dev.switchboard.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.sample.SampleTest;
import dev.switchboard.platform.sample.SampleTokens;
import dev.switchboard.platform.security.Caller.Role;
import dev.switchboard.platform.tenancy.Tenancy;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class IdempotencyTest extends SampleTest {
  private static final int THREADS = 32;

  private final UUID account = UUID.randomUUID();
  private final String token = SampleTokens.admin(account);

  @Autowired private PlatformTransactionManager transactions;

  @Test
  @DisplayName("32 requests with one key at once: one effect, one answer for all")
  void oneEffect() throws Exception {
    CountDownLatch ready = new CountDownLatch(THREADS);
    Set<String> answers = new HashSet<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(THREADS)) {
      List<Future<HttpResponse<String>>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        all.add(
            callers.submit(() -> {
              ready.countDown();
              ready.await();
              return post(token, "key", thing("desk"));
            }));
      }
      for (Future<HttpResponse<String>> each : all) {
        assertThat(each.get().statusCode()).isEqualTo(201);
        answers.add(told(each.get()));
      }
    }
    assertThat(answers).hasSize(1);
    assertThat(things()).isEqualTo(1);
  }

  @Test
  @DisplayName("the answer is repeated with its status, headers and body")
  void sameAnswer() {
    HttpResponse<String> first = post(token, "key", thing("desk"));
    HttpResponse<String> again = post(token, "key", thing("desk"));
    assertThat(told(again)).isEqualTo(told(first));
    assertThat(again.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(post(token, "other", thing("desk")).body()).isNotEqualTo(first.body());
    assertThat(things()).isEqualTo(2);
  }

  @Test
  @DisplayName("the same key for another body or another user is refused and has no effect")
  void otherRequest() {
    String ana = tokenOf(UUID.randomUUID());
    post(ana, "key", thing("desk"));
    assertThat(code(post(ana, "key", thing("chair")))).isEqualTo("422 idempotency.key-reused");
    assertThat(code(post(token, "key", thing("desk")))).isEqualTo("422 idempotency.key-reused");
    assertThat(things()).isEqualTo(1);
  }

  @Test
  @DisplayName("another account's same key is another key")
  void otherAccount() {
    HttpResponse<String> ours = post(token, "key", thing("desk"));
    HttpResponse<String> theirs = post(SampleTokens.admin(UUID.randomUUID()), "key", thing("desk"));
    assertThat(theirs.statusCode()).isEqualTo(201);
    assertThat(theirs.body()).isNotEqualTo(ours.body());
    assertThat(things()).isEqualTo(1);
  }

  @Test
  @DisplayName("a refused request leaves nothing behind: the key is free for the corrected one")
  void refusedRequest() {
    String negative = thing("desk").replace("\"size\":1", "\"size\":-1");
    assertThat(code(post(token, "key", negative))).isEqualTo("422 request.invalid");
    assertThat(post(token, "key", thing("desk")).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @DisplayName("a key has 1 to 200 visible ASCII characters")
  @ValueSource(strings = {"two words", ""})
  void invalidKey(String key) {
    assertThat(code(post(token, key, thing("desk")))).isEqualTo("400 idempotency.key-invalid");
    assertThat(code(post(token, "k".repeat(201), thing("desk"))))
        .isEqualTo("400 idempotency.key-invalid");
    assertThat(post(token, "k".repeat(200), thing("desk")).statusCode()).isEqualTo(201);
  }

  @Test
  @DisplayName("without a key each request has its effect")
  void withoutKey() {
    for (int i = 0; i < 2; i++) {
      call(
          to("/api/v1/things", token)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(thing("desk"))));
    }
    assertThat(things()).isEqualTo(2);
  }

  @Test
  @DisplayName("old keys are forgotten, young ones kept, in every account")
  void cleaner() {
    post(token, "old", thing("desk"));
    post(token, "young", thing("desk"));
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    Tenancy.as(
        account,
        () -> {
          transaction.executeWithoutResult(status ->
              jdbc.sql(
                      "update idempotency_key set created_at = now() - interval '3 days' where key = 'old'")
                  .update());
          new IdempotencyCleaner(jdbc, transaction, Duration.ofDays(2)).clean();
          List<String> left =
              transaction.execute(
                  status -> jdbc.sql("select key from idempotency_key").query(String.class).list());
          assertThat(left).containsExactly("young");
        });
  }

  private String tokenOf(UUID userId) {
    return SampleTokens.sign(
        SampleTokens.claims(account, userId, Role.ADMIN).build(), SampleTokens.KEY);
  }

  private int things() {
    return json(call(to("/api/v1/things", token))).path("items").size();
  }

  private static String told(HttpResponse<String> answer) {
    return answer.statusCode()
        + " "
        + answer.headers().firstValue("Location")
        + " "
        + answer.body();
  }

  private static String code(HttpResponse<String> answer) {
    return answer.statusCode() + " " + json(answer).path("code").asString();
  }
}
