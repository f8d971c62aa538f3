package dev.switchboard.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.platform.sample.SampleTest;
import dev.switchboard.platform.sample.SampleTokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ProblemTest extends SampleTest {
  private static final String THINGS = "/api/v1/things";
  private static final String ID = "0197a000-0000-7000-8000-000000000000";
  private static final int LIMIT = 1_000_000;

  private final String token = SampleTokens.admin(UUID.randomUUID());

  @ParameterizedTest
  @DisplayName("every way to fail is told as problem+json with its code, title and trace id")
  @CsvSource(
      textBlock =
          """
          GET,    /api/v1/nothing,                   resource.not-found
          GET,    /api/v1/things/no-id,              resource.not-found
          GET,    /api/v1/things/0197a000-0000-7000-8000-000000000000, resource.not-found
          PUT,    /api/v1/things,                    request.method
          GET,    /api/v1/things?limit=many,         request.malformed
          GET,    /api/v1/things?limit=0,            request.invalid
          GET,    /api/v1/things?limit=201,          request.invalid
          GET,    /api/v1/things?cursor=x,           cursor.invalid
          GET,    /api/v1/things;x=1,                request.malformed
          GET,    /api/v1/things?sort=%00,           request.malformed
          GET,    /api/v1/things/failures/stale,     version.mismatch
          GET,    /api/v1/things/failures/down,      service.unavailable
          GET,    /api/v1/things/failures/rollback,  service.unavailable
          GET,    /api/v1/things/failures/later,     service.unavailable
          GET,    /api/v1/things/failures/other,     internal.error
          """)
  void isTold(String method, String path, String code) {
    HttpResponse<String> answer = call(to(path, token).method(method, BodyPublishers.noBody()));
    expect(answer, code);
  }

  @Test
  @DisplayName(
      "an answer that fails when a part of it is on its way is cut off, not ended as if it were whole")
  void brokenOff() {
    assertThatThrownBy(() -> call(to("/api/v1/things/broken", token)))
        .hasRootCauseInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @DisplayName("a body that can't be read is told by its kind")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name":"a"                                             | request.malformed        |
          []                                                      | request.malformed        |
          {"name":"a","owner":{"email":"b"},"size":1} x           | request.malformed        |
          {"name":1,"owner":{"email":"b"},"size":1}               | request.malformed        | /name
          {"name":"a","owner":{"email":"b"},"size":"1"}           | request.malformed        | /size
          {"name":"a","owner":{"email":"b"},"size":1.5}           | request.malformed        | /size
          {"name":"a","owner":{"email":"b"},"size":null}          | request.malformed        | /size
          {"name":"a\\u0000b","owner":{"email":"b"},"size":1}     | request.malformed        | /name
          {"name":"\\ud800","owner":{"email":"b"},"size":1}       | request.malformed        | /name
          {"name":"a","owner":{"email":["b"]},"size":1}           | request.malformed        | /owner/email
          {"name":"a","owner":{"email":"b","role":"x"},"size":1}  | request.unknown-property | /owner/role
          {"name":" ","owner":{"email":"b"},"size":1}             | request.invalid          | /name
          {"name":"a","owner":{"email":""},"size":1}              | request.invalid          | /owner/email
          {"name":"a","size":1}                                   | request.invalid          | /owner
          """)
  void unreadableBody(String body, String code, String pointer) {
    JsonNode problem = expect(post(token, "key", body), code);
    if (pointer != null) {
      assertThat(problem.path("errors").path(0).path("pointer").asString()).isEqualTo(pointer);
      assertThat(problem.path("errors").path(0).path("detail").asString()).isNotBlank();
      assertThat(problem.path("errors").path(0).path("code").asString()).isNotBlank();
    }
    assertThat(problem.toString()).doesNotContain("java", "dev.switchboard", "jackson");
  }

  @Test
  @DisplayName("405 names the methods that are allowed")
  void methodNotAllowed() {
    HttpResponse<String> answer = call(to(THINGS, token).method("PATCH", BodyPublishers.noBody()));
    expect(answer, "request.method");
    assertThat(answer.headers().firstValue("Allow").orElseThrow().split(", *"))
        .contains("GET", "POST");
  }

  @Test
  @DisplayName("406 and 415: only JSON is given and taken")
  void mediaTypes() {
    expect(call(to(THINGS, token).header("Accept", "text/html").GET()), "request.not-acceptable");
    expect(
        call(
            to(THINGS, token)
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString("<a/>"))),
        "request.media-type");
  }

  @ParameterizedTest
  @DisplayName("413: more than 1 MB is refused, whether its length is announced or not")
  @ValueSource(booleans = {true, false})
  void tooLarge(boolean announced) {
    byte[] body = thing("x".repeat(LIMIT)).getBytes(StandardCharsets.UTF_8);
    HttpRequest.BodyPublisher publisher =
        announced
            ? BodyPublishers.ofByteArray(body)
            : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    expect(
        call(to(THINGS, token).header("Content-Type", "application/json").POST(publisher)),
        "request.too-large");
  }

  @Test
  @DisplayName("413: a body nested too deep is refused")
  void tooDeep() {
    String deep = "{\"name\":\"a\",\"other\":" + "[".repeat(100) + "]".repeat(100) + "}";
    expect(post(token, "key", deep), "request.too-large");
  }

  @Test
  @DisplayName("500 and 503 tell nothing of what is inside; 503 says when to come back")
  void innerTextStaysInside() {
    for (String kind : new String[] {"other", "down", "stale"}) {
      assertThat(call(to(THINGS + "/failures/" + kind, token)).body())
          .doesNotContain("inner text", "Exception");
    }
    assertThat(call(to(THINGS + "/failures/down", token)).headers().firstValue("Retry-After"))
        .contains("2");
    assertThat(call(to(THINGS + "/failures/later", token)).headers().firstValue("Retry-After"))
        .contains("7");
  }

  @Test
  @DisplayName("400: a header with a control character")
  void controlCharacter() {
    expect(post(token, "key\u0085", "{\"name\":\"a\"}"), "request.malformed");
  }

  @Test
  @DisplayName("a problem may have members of its own")
  void extensions() {
    JsonNode problem = expect(call(to(THINGS + "/failures/quote", token)), "request.invalid");
    assertThat(problem.path("quote").asInt()).isEqualTo(100);
  }

  @Test
  @DisplayName("403: what is for admins is not for users")
  void adminOnly() {
    String user = SampleTokens.user(UUID.randomUUID());
    expect(call(to(THINGS + "/" + ID, user).DELETE()), "auth.forbidden");
    assertThat(call(to(THINGS + "/" + ID, token).DELETE()).statusCode()).isEqualTo(200);
  }

  private static JsonNode expect(HttpResponse<String> answer, String code) {
    CommonError error =
        java.util.Arrays.stream(CommonError.values())
            .filter(each -> each.code().equals(code))
            .findFirst()
            .orElseThrow();
    JsonNode problem = json(answer);
    assertThat(problem.path("code").asString()).as(answer.body()).isEqualTo(code);
    assertThat(answer.statusCode()).isEqualTo(error.status());
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(problem.path("status").asInt()).isEqualTo(error.status());
    assertThat(problem.path("title").asString()).isEqualTo(error.title());
    assertThat(problem.path("type").asString())
        .isEqualTo("https://switchboard.example/problems/" + code);
    assertThat(problem.path("detail").asString()).isNotBlank();
    assertThat(problem.path("traceId").asString()).matches("[0-9a-f]{32}");
    return problem;
  }
}
