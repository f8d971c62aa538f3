package dev.switchboard.platform.security;

import static dev.switchboard.platform.sample.SampleTokens.KEY;
import static dev.switchboard.platform.sample.SampleTokens.claims;
import static dev.switchboard.platform.sample.SampleTokens.sign;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.sample.SampleTest;
import dev.switchboard.platform.security.Caller.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** I1: what the operator's own people may call. */
class SupportTest extends SampleTest {
  private static final String ID = "019a0000-0000-7000-8000-000000000001";

  @ParameterizedTest
  @DisplayName("I1 support gets 403 wherever an endpoint does not say that it is for support")
  @CsvSource({
    "GET, /api/v1/things",
    "POST, /api/v1/things",
    "GET, /api/v1/things/" + ID,
    "DELETE, /api/v1/things/" + ID,
    "GET, /v3/api-docs",
  })
  void staysOut(String method, String path) {
    HttpRequest.Builder request =
        to(path, token(Role.SUPPORT))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString("{}"));

    HttpResponse<String> answer = call(request);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(json(answer).path("code").asString()).isEqualTo("auth.forbidden");
  }

  @ParameterizedTest
  @DisplayName("I1 what is for support is for nobody else; what is for everybody is for all roles")
  @EnumSource
  void onlyAndToo(Role role) {
    assertThat(call(to("/api/v1/things/whoever", token(role))).statusCode()).isEqualTo(200);
    assertThat(call(to("/api/v1/things/support", token(role))).statusCode())
        .isEqualTo(role == Role.SUPPORT ? 200 : 403);
  }

  @Test
  @DisplayName("I1 support acts as support and is no user, whatever its id")
  void supportIsNoUser() {
    UUID id = UUID.fromString(ID);
    Caller support = new Caller(Caller.NO_ACCOUNT, id, Role.SUPPORT, id);

    assertThat(support.actor()).isEqualTo(new Actor(Actor.Type.SUPPORT, id));
    assertThat(support.mayReach(id)).isFalse();
  }

  private static String token(Role role) {
    return sign(claims(Caller.NO_ACCOUNT, UUID.randomUUID(), role).build(), KEY);
  }
}
