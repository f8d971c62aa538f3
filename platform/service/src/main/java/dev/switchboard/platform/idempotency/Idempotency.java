package dev.switchboard.platform.idempotency;

import dev.switchboard.platform.crypto.RandomToken;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Idempotency-Key for POSTs that cost or mail. The key's row, the effect and the stored answer are
 * one transaction; a second request with the same key waits for the first and gets its answer. A
 * refused request leaves no row and no effect, so it may be repeated with the same key.
 */
public final class Idempotency {
  private static final int MAX_KEY = 200;
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final JsonMapper json;

  Idempotency(JdbcClient jdbc, TransactionTemplate transaction, JsonMapper json) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.json = json;
  }

  /**
   * Runs the effect once for this caller's account and key; without a key, just runs it. Either way
   * in one transaction.
   *
   * @param request what was asked, to find a key used for two different requests
   * @throws ProblemException {@code idempotency.key-reused} or {@code idempotency.key-invalid}
   */
  public ResponseEntity<?> once(
      Caller caller, @Nullable String key, Object request, Supplier<ResponseEntity<?>> effect) {
    if (key == null) {
      return run(effect);
    }
    if (key.isBlank() || key.length() > MAX_KEY || !key.chars().allMatch(c -> c > 32 && c < 127)) {
      throw new ProblemException(
          CommonError.IDEMPOTENCY_KEY_INVALID, "It has 1 to 200 visible ASCII characters.");
    }
    byte[] hash = RandomToken.hash(caller.userId() + json.writeValueAsString(request));
    return run(() -> {
      if (!claim(caller, key, hash)) {
        return replay(caller, key, hash);
      }
      ResponseEntity<?> answer = effect.get();
      store(caller, key, answer);
      return answer;
    });
  }

  private ResponseEntity<?> run(Supplier<ResponseEntity<?>> effect) {
    ResponseEntity<?> answer = transaction.execute(status -> effect.get());
    if (answer == null) {
      throw new IllegalStateException("an effect has an answer");
    }
    return answer;
  }

  private boolean claim(Caller caller, String key, byte[] hash) {
    return jdbc.sql(
                "insert into idempotency_key (account_id, key, request_hash) values (?, ?, ?) on conflict do nothing")
            .params(caller.accountId(), key, hash)
            .update()
        == 1;
  }

  private void store(Caller caller, String key, ResponseEntity<?> answer) {
    Map<String, String> headers = new TreeMap<>();
    answer.getHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
    jdbc.sql(
            "update idempotency_key set status = ?, headers = ?::jsonb, body = ?::jsonb where account_id = ? and key = ?")
        .params(
            Arrays.asList(
                answer.getStatusCode().value(),
                json.writeValueAsString(headers),
                json.writeValueAsString(answer.getBody()),
                caller.accountId(),
                key))
        .update();
  }

  private ResponseEntity<?> replay(Caller caller, String key, byte[] hash) {
    Stored stored =
        jdbc.sql(
                "select request_hash, status, headers::text, body::text from idempotency_key where account_id = ? and key = ?")
            .params(List.of(caller.accountId(), key))
            .query((row, index) ->
                new Stored(row.getBytes(1), row.getInt(2), row.getString(3), row.getString(4)))
            .single();
    if (!Arrays.equals(hash, stored.hash())) {
      throw new ProblemException(
          CommonError.IDEMPOTENCY_KEY_REUSED, "Use a new key for a new request.");
    }
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(stored.status());
    json.readValue(stored.headers(), HEADERS).forEach(answer::header);
    JsonNode body = json.readTree(stored.body());
    return body.isNull()
        ? answer.build()
        : answer.contentType(MediaType.APPLICATION_JSON).body(body);
  }

  private record Stored(byte[] hash, int status, String headers, String body) {}
}
