package dev.switchboard.numbering.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.time.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

class ReserveNumberTest extends OrderTest {
  private static final int RACERS = 32;
  private static final int ROUNDS = 200;

  private RequestPostProcessor other;

  @BeforeEach
  void anotherAccount() {
    other = caller();
  }

  @Test
  @DisplayName("F1 a number is reserved for 15 minutes for one account, and found by nobody else")
  void reserved() {
    String number = fresh();

    MockHttpServletResponse answer = reserve(asAdmin(), number);

    assertThat(answer.getStatus()).as(text(answer)).isEqualTo(201);
    assertThat(
            Duration.between(
                clock.instant(), Instant.parse(body(answer).path("reservedUntil").asString())))
        .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
    assertThat(found(number)).isFalse();
    refused(reserve(other, number), 409, "number.taken", null);
    refused(order(other, number, null, true, null), 409, "number.taken", null);
    assertThat(reserve(asAdmin(), number).getStatus()).as("by the same account").isEqualTo(201);
  }

  @Test
  @DisplayName("F1 a reservation ends by itself, and is another account's to have")
  void ends() {
    String number = fresh();
    reserve(asAdmin(), number);

    clock.advance(Duration.ofMinutes(15));

    assertThat(found(number)).isTrue();
    assertThat(reserve(other, number).getStatus()).isEqualTo(201);
    refused(order(number, null, true), 409, "number.taken", null);
  }

  @Test
  @DisplayName("F1 what is reserved can be ordered by the account, and is not in its list before")
  void orderedLater() {
    String number = fresh();
    reserve(asAdmin(), number);
    assertThat(
            body(perform(MockMvcRequestBuilders.get(PATH).with(asAdmin()))).path("total").asInt())
        .isZero();

    clock.advance(Duration.ofMinutes(14));
    awaitState(id(order(number, null, true)), "ACTIVE");
  }

  @Test
  @DisplayName("F1 hoarding is capped: 100 reservations a day")
  void capped() {
    for (int i = 0; i < 100; i++) {
      assertThat(reserve(asAdmin(), "+1905778%04d".formatted(i)).getStatus()).isEqualTo(201);
    }
    refused(reserve(asAdmin(), "+19057780100"), 429, "number.limit", null);
    assertThat(reserve(asAdmin(), "+19057780000").getStatus()).as("again").isEqualTo(201);
  }

  @Test
  @DisplayName("F3 32 accounts order one number at once: one wins, 31 are told; 200 rounds")
  void race() {
    List<RequestPostProcessor> callers =
        IntStream.range(0, RACERS * 5).mapToObj(i -> caller()).toList();
    for (int round = 0; round < ROUNDS; round++) {
      String number = "+1%d55501%02d".formatted(round < 100 ? 916 : 919, round % 100);
      int first = round % 5 * RACERS;

      List<MockHttpServletResponse> answers =
          atOnce(
              callers.subList(first, first + RACERS).stream()
                  .map(caller ->
                      (Callable<MockHttpServletResponse>)
                          () -> order(caller, number, null, true, null))
                  .toList());

      assertThat(answers).filteredOn(answer -> answer.getStatus() == 201).hasSize(1);
      answers.stream()
          .filter(answer -> answer.getStatus() != 201)
          .forEach(answer -> refused(answer, 409, "number.taken", null));
    }
  }

  private RequestPostProcessor caller() {
    return tokens.admin(Ids.next(), Ids.next());
  }

  private boolean found(String number) {
    UUID nobody = Ids.next();
    return body(perform(
                MockMvcRequestBuilders.get(
                        PATH + "/available?areaCode={area}&contains={digits}",
                        number.substring(2, 5),
                        number.substring(5))
                    .with(tokens.admin(nobody, nobody))))
            .path("total")
            .asInt()
        > 0;
  }
}
