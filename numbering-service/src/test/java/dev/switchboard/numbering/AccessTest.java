package dev.switchboard.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.testing.Endpoint;
import dev.switchboard.numbering.testing.NumberingTest;
import dev.switchboard.platform.time.Ids;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A6: who may do what. */
class AccessTest extends NumberingTest {
  private static final RequestPostProcessor ANONYMOUS = request -> request;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  private final UUID account = Ids.next();
  private final UUID admin = Ids.next();

  @Test
  @DisplayName(
      "A6 every mapped endpoint is in the matrix, and the matrix expects something of each")
  void everyEndpointIsInTheMatrix() throws NoSuchMethodException {
    assertThat(mapped().flatMap(AccessTest::methodsAndPaths))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Endpoint.values()).map(e -> e.method() + " " + e.path()).toList());
    String[] rows =
        AccessTest.class
            .getDeclaredMethod(
                "matrix", Endpoint.class, int.class, int.class, int.class, int.class, int.class)
            .getAnnotation(CsvSource.class)
            .value();
    assertThat(Arrays.stream(rows).map(row -> row.substring(0, row.indexOf(','))))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Endpoint.values()).map(Enum::name).toList());
  }

  @Test
  @DisplayName("Every endpoint declares what it answers, so that 406 comes before its effect")
  void everyEndpointDeclaresItsFormat() {
    assertThat(mapped().toList())
        .isNotEmpty()
        .allSatisfy(info ->
            assertThat(info.getProducesCondition().getProducibleMediaTypes())
                .as("%s", info)
                .containsExactly(MediaType.APPLICATION_JSON));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName(
      "A6 anonymous, user, another user, admin and another account's admin each get what is theirs")
  @CsvSource({
    // endpoint, anonymous, the user himself, another user, admin, other account's admin
    "FIND_AVAILABLE, 200, 200, 200, 200, 200",
    "READ_EXTENSION, 401, 200, 403, 200, 404",
    "CHANGE_EXTENSION, 401, 403, 403, 200, 404",
    "READ_FORWARDING, 401, 200, 403, 200, 404",
    "FORWARD_CALLS, 401, 200, 403, 200, 404",
    "STOP_FORWARDING, 401, 200, 403, 200, 404",
    "READ_BRIDGE, 401, 200, 403, 200, 404",
    "LIST_NUMBERS, 401, 403, 403, 200, 200",
    "ASSIGN_NUMBER, 401, 403, 403, 404, 404",
    "UNASSIGN_NUMBER, 401, 403, 403, 404, 404",
    "LEAD_NUMBER, 401, 403, 403, 404, 404",
    "RESERVE_NUMBER, 401, 403, 403, 201, 201",
    "ORDER_NUMBER, 401, 403, 403, 201, 201",
    "LIST_ORDERS, 401, 403, 403, 200, 200",
    "READ_ORDER, 401, 403, 403, 404, 404",
    "RELEASE_NUMBER, 401, 403, 403, 404, 404",
    "TAKE_NUMBER_BACK, 401, 403, 403, 404, 404",
    "READ_EXTENSION_SETTINGS, 401, 403, 403, 200, 200",
    "CHANGE_EXTENSION_SETTINGS, 401, 403, 403, 200, 200",
    "READ_FORWARDING_COUNTRIES, 401, 403, 403, 200, 200",
    "CHOOSE_FORWARDING_COUNTRIES, 401, 403, 403, 200, 200",
  })
  void matrix(
      Endpoint endpoint, int anonymous, int himself, int anotherUser, int byAdmin, int otherAdmin) {
    UUID user = invited();

    assertThat(call(endpoint, user, ANONYMOUS)).as("anonymous").isEqualTo(anonymous);
    assertThat(call(endpoint, user, tokens.user(account, user))).as("himself").isEqualTo(himself);
    assertThat(call(endpoint, user, tokens.user(account, invited())))
        .as("another user")
        .isEqualTo(anotherUser);
    assertThat(call(endpoint, user, tokens.admin(Ids.next(), Ids.next())))
        .as("other account's admin")
        .isEqualTo(otherAdmin);
    assertThat(call(endpoint, user, tokens.admin(account, admin))).as("admin").isEqualTo(byAdmin);
  }

  @ParameterizedTest
  @DisplayName("A6 a token that is expired, forged or for another service opens nothing")
  @EnumSource
  void wrongTokens(Endpoint endpoint) {
    for (RequestPostProcessor caller :
        List.of(
            tokens.expired(account, admin),
            tokens.forged(account, admin),
            tokens.otherAudience(account, admin),
            tokens.bearer("not-a-token"))) {
      assertThat(call(endpoint, Ids.next(), caller)).isEqualTo(401);
    }
  }

  static Stream<Endpoint> withId() {
    return Arrays.stream(Endpoint.values()).filter(endpoint -> endpoint.path().contains("{id}"));
  }

  @ParameterizedTest
  @DisplayName("A6 a foreign id answers exactly like an unknown one, and nothing happens to it")
  @MethodSource("withId")
  void foreignLikeUnknown(Endpoint endpoint) {
    UUID foreign = invited();
    RequestPostProcessor other = tokens.admin(Ids.next(), Ids.next());

    assertThat(text(perform(endpoint, foreign, other)))
        .startsWith("404")
        .isEqualTo(text(perform(endpoint, Ids.next(), other)));
    assertThat(count("select version from line where user_id = ? and extension = 101", foreign))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @DisplayName("An id that is none is the address of nothing")
  @MethodSource("withId")
  void badIds(Endpoint endpoint) throws Exception {
    for (String id : List.of("1", "null", "-", "x'; drop table line; --", "{id}")) {
      MockHttpServletResponse answer =
          http.perform(
                  MockMvcRequestBuilders.request(endpoint.method(), endpoint.path(), id)
                      .header("If-Match", "*")
                      .contentType(MediaType.APPLICATION_JSON)
                      .content("{\"extension\":\"215\"}")
                      .with(tokens.admin(account, admin)))
              .andReturn()
              .getResponse();
      assertThat(answer.getStatus()).as(id).isBetween(400, 404);
      assertThat(answer.getContentType()).startsWith("application/problem+json");
    }
  }

  private UUID invited() {
    UUID user = Ids.next();
    awaitTaken(invite(account, user));
    return user;
  }

  private int call(Endpoint endpoint, UUID id, RequestPostProcessor caller) {
    MockHttpServletResponse answer = perform(endpoint, id, caller);
    if (answer.getStatus() >= 400) {
      assertThat(answer.getContentType()).startsWith("application/problem+json");
    }
    return answer.getStatus();
  }

  private MockHttpServletResponse perform(Endpoint endpoint, UUID id, RequestPostProcessor caller) {
    try {
      return http.perform(endpoint.request(id).with(caller)).andReturn().getResponse();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(MockHttpServletResponse answer) {
    return answer.getStatus()
        + new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8)
            .replaceFirst("\"traceId\":\"[^\"]*\",?", "")
            .replaceFirst("\"instance\":\"[^\"]*\",?", "");
  }

  private Stream<RequestMappingInfo> mapped() {
    return mappings.getHandlerMethods().entrySet().stream()
        .filter(entry ->
            entry.getValue().getBeanType().getPackageName().startsWith("dev.switchboard.numbering"))
        .map(java.util.Map.Entry::getKey);
  }

  private static Stream<String> methodsAndPaths(RequestMappingInfo info) {
    return info.getMethodsCondition().getMethods().stream()
        .flatMap(method -> info.getPatternValues().stream().map(path -> method + " " + path));
  }
}
