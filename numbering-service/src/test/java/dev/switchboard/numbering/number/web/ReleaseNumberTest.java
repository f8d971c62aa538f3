package dev.switchboard.numbering.number.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.testing.CarrierSwitch;
import dev.switchboard.numbering.testing.WebTest;
import dev.switchboard.platform.testing.TestClock;
import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.platform.time.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

class ReleaseNumberTest extends WebTest {
  private static final String PATH = "/api/v1/phone-numbers/{number}";
  private static final String NUMBERS = "numbering.numbers.v1";
  private static final AtomicInteger NEXT = new AtomicInteger();

  @Autowired private CarrierSwitch carrier;
  @Autowired private TestClock clock;
  @Autowired private ScheduledTaskHolder jobs;

  @AfterEach
  void everythingWorksAgain() {
    carrier.on();
    clock.reset();
  }

  @Test
  @DisplayName("F1 a released number rests for 90 days and is the account's to take back")
  void thereAndBack() {
    String number = unused();

    MockHttpServletResponse released = release(number, "\"1\"");

    assertThat(released.getStatus()).as(text(released)).isEqualTo(200);
    assertThat(body(released).path("state").asString()).isEqualTo("QUARANTINED");
    assertThat(
            Duration.between(
                clock.instant(), Instant.parse(body(released).path("keptUntil").asString())))
        .isBetween(Duration.ofDays(89), Duration.ofDays(90));
    assertThat(release(number, "*").getHeader("ETag")).as("twice").isEqualTo("\"2\"");
    MockHttpServletResponse refused = takeBack(number, false, asAdmin());
    refused(refused, 402, "number.charge-not-accepted", null);
    assertThat(body(refused).path("quote").path("monthlyIncrease").path("amountCents").asInt())
        .isEqualTo(499);

    MockHttpServletResponse back = takeBack(number, true, asAdmin());

    assertThat(body(back).path("state").asString()).isEqualTo("UNASSIGNED");
    await("told", () -> topics.all(NUMBERS, number).size() == 2);
    assertThat(topics.all(NUMBERS, number))
        .extracting(TestTopics.Event::type)
        .containsExactly("number.released", "number.ordered");
    await("logged", () -> topics.all("user.audit.v1", account.toString()).size() == 2);
    assertThat(topics.all("user.audit.v1", account.toString()))
        .extracting(entry -> entry.data().path("action").asString())
        .containsExactly("number.released", "number.taken-back");
  }

  @Test
  @DisplayName("F1 only an unused number is released, by whoever has seen it, of his own account")
  void refusals() {
    String used = next();
    direct(used, account, Ids.next());
    String main = next();
    main(main, account);
    String number = unused();

    refused(release(used, "*"), 409, "number.in-use", null);
    refused(release(main, "*"), 409, "number.in-use", null);
    refused(release(number, "\"7\""), 412, "version.mismatch", null);
    refused(takeBack(main, true, asAdmin()), 409, "number.not-quarantined", null);
    refused(takeBack("+13037009999", true, asAdmin()), 404, "resource.not-found", null);
    release(number, "*");
    refused(
        takeBack(number, true, tokens.admin(Ids.next(), Ids.next())),
        404,
        "resource.not-found",
        null);
  }

  @Test
  @DisplayName("F1 after 90 days it goes back to the carrier, and is anybody's with a next version")
  void retired() {
    String number = unused();
    release(number, "*");

    clock.advance(Duration.ofDays(89));
    runJob();
    assertThat(count("select count(*) from phone_number where number = ?", number)).isEqualTo(1);
    clock.advance(Duration.ofDays(1).plusMinutes(2));
    refused(takeBack(number, true, asAdmin()), 409, "number.taken", null);
    runJob();

    assertThat(count("select count(*) from phone_number where number = ?", number)).isZero();
    assertThat(carrier.givenBack()).anyMatch(each -> each.value().equals(number));
    JsonNode told =
        topics
            .await(
                NUMBERS, number, event -> event.data().path("state").asString().equals("AVAILABLE"))
            .data();
    assertThat(told.path("version").asInt()).isEqualTo(3);
    refused(takeBack(number, true, asAdmin()), 404, "resource.not-found", null);
    assertThat(count("select version from retired_number where number = ?", number)).isEqualTo(3);
  }

  @Test
  @DisplayName("F1 while the carrier does not answer a number rests on")
  void carrierAway() {
    String number = unused();
    release(number, "*");
    clock.advance(Duration.ofDays(91));
    carrier.off();

    runJob();
    assertThat(count("select count(*) from phone_number where number = ?", number)).isEqualTo(1);
    carrier.on();
    runJob();

    assertThat(count("select count(*) from phone_number where number = ?", number)).isZero();
  }

  @Test
  @DisplayName("F3 released, taken back and made the main number by 32 at once: always one state")
  void race() {
    String number = unused();

    List<Integer> statuses =
        atOnce(
            IntStream.range(0, 32)
                .mapToObj(i ->
                    (Callable<Integer>)
                        () ->
                            switch (i % 3) {
                              case 0 -> release(number, "*").getStatus();
                              case 1 -> takeBack(number, true, asAdmin()).getStatus();
                              default -> makeMain(number).getStatus();
                            })
                .toList());

    assertThat(statuses).isSubsetOf(200, 409);
    await("outbox is empty", () -> count("select count(*) from outbox") == 0);
    List<TestTopics.Event> told = topics.all(NUMBERS, number);
    assertThat(told)
        .extracting(event -> event.data().path("version").asInt())
        .containsExactlyElementsOf(IntStream.rangeClosed(2, told.size() + 1).boxed().toList());
  }

  private void runJob() {
    jobs.getScheduledTasks().stream()
        .filter(task -> task.toString().contains("ReturnNumbers"))
        .findFirst()
        .orElseThrow()
        .getTask()
        .getRunnable()
        .run();
  }

  private MockHttpServletResponse release(String number, String ifMatch) {
    return perform(
        MockMvcRequestBuilders.delete(PATH, number).header("If-Match", ifMatch).with(asAdmin()));
  }

  private MockHttpServletResponse takeBack(
      String number, boolean acceptCharges, RequestPostProcessor caller) {
    return perform(
        MockMvcRequestBuilders.post(PATH + "/restore", number)
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"acceptCharges\":%s}".formatted(acceptCharges))
            .with(caller));
  }

  private MockHttpServletResponse makeMain(String number) {
    return perform(
        MockMvcRequestBuilders.put(PATH + "/assignment", number)
            .header("If-Match", "*")
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"company\":true}")
            .with(asAdmin()));
  }

  private String unused() {
    String number = next();
    unassigned(number, account);
    return number;
  }

  /** A number that no other test has. */
  private static String next() {
    return "+1303700%04d".formatted(NEXT.incrementAndGet());
  }
}
