package dev.switchboard.e2e.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.e2e.RunningSuite;
import dev.switchboard.e2e.client.Await;
import dev.switchboard.e2e.client.Company;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Logs as containers write them. That they hold no personal data is invariant I16 of the auditor.
 */
class LogsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @BeforeAll
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  static void startSuite() {
    RunningSuite.get();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gateway",
        "user-service",
        "numbering-service",
        "billing-service",
        "notification-service"
      })
  @DisplayName("each line is a JSON object with time, level, service and message")
  void structured(String service) {
    assertThat(lines(service)).isNotEmpty().allSatisfy(line -> requireEntry(service, line));
  }

  @Test
  @DisplayName("a line for people is no such object")
  void plainLines() {
    assertThatThrownBy(() -> requireEntry("gateway", "2026-11-30 INFO 7 --- [main] Started"))
        .isInstanceOf(JacksonException.class);
    assertThatThrownBy(() -> requireEntry("gateway", "{\"message\": \"Started\"}"))
        .isInstanceOf(DateTimeException.class);
  }

  private static void requireEntry(String service, String line) {
    JsonNode entry = JsonMapper.shared().readTree(line);
    assertThat(Instant.parse(entry.path("@timestamp").asString(""))).isNotNull();
    assertThat(entry.path("log").path("level").asString()).matches("INFO|WARN|ERROR");
    assertThat(entry.path("service").path("name").asString()).isEqualTo(service);
    assertThat(entry.path("message").asString()).isNotBlank();
  }

  @Test
  @DisplayName(
      "a line about a mail that was refused has the trace of the request that asked for it")
  void traced() throws Exception {
    Company company = Company.signUp(RunningSuite.get().baseUrl(), 2, 0, 0);
    String email = "bounce@" + UUID.randomUUID() + ".example";
    company.invite(email, "BASIC", false).expect(201);
    Await.until(
        "the admin sees that the mail was refused",
        PATIENCE,
        () -> company.row(email).path("invitation").path("delivery").asString("").equals("FAILED"));
    StoredMails.Mail mail = StoredMails.to(email);

    assertThat(lines("notification-service").filter(line -> line.contains(mail.id())))
        .singleElement()
        .satisfies(line -> {
          JsonNode entry = JsonMapper.shared().readTree(line);
          assertThat(entry.path("message").asString()).contains("RECIPIENT_REFUSED");
          assertThat(entry.path("traceId").asString("")).isEqualTo(mail.traceId());
        });
  }

  private static Stream<String> lines(String service) {
    Path log = RunningSuite.get().process(service).log();
    try {
      return Files.readAllLines(log).stream().filter(line -> !line.isBlank());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
