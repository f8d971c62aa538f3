package dev.switchboard.user.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.testing.ContractTopics;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.DatabaseSearch;
import dev.switchboard.user.testing.RawTopics;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** D1, I16: a voicemail PIN is known to who typed it, and to nothing here. */
@ExtendWith(OutputCaptureExtension.class)
class VoicemailPinTest extends UserServiceTest {
  private static final String PIN = "7305926184";
  private static final List<String> LOGGERS =
      List.of(
          "dev.switchboard",
          "org.springframework.web",
          "org.springframework.jdbc",
          "org.springframework.data",
          "org.springframework.transaction");
  private final LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
  private Company company;
  private UUID person;

  @BeforeEach
  void invite() {
    company = companies.signUp(2, 0, 0);
    person = company.invited(Company.newEmail("pin"), "BASIC");
  }

  @AfterEach
  void logAsBefore() {
    LOGGERS.forEach(logger -> logging.setLogLevel(logger, null));
  }

  @Test
  @DisplayName("I16 a PIN, taken or refused, is in no log, table, topic or answer")
  void pinIsNowhere(CapturedOutput log) {
    LOGGERS.forEach(logger -> logging.setLogLevel(logger, LogLevel.TRACE));
    List<MockHttpServletResponse> answers = new ArrayList<>();

    answers.add(patch("{\"firstName\":\"Bo\",\"voicemailPin\":\"" + PIN + "\"}"));
    answers.add(patch("{\"voicemailPin\":" + PIN + "}"));
    answers.add(patch("{\"voicemailPin\":[\"" + PIN + "\"]}"));
    answers.add(patch("{\"voicemailPin\":\"" + PIN + "x\"}"));
    answers.add(patch("{\"voicemailPin\":\"" + PIN.repeat(20) + "\"}"));
    answers.add(patch("{\"voicemailPin\":\"" + PIN + "\",\"pin\":\"" + PIN + "\"}"));
    answers.add(patch("{\"firstName\":\"\",\"voicemailPin\":\"" + PIN + "\"}"));
    answers.add(patch("{\"voicemailPin\":\"" + PIN));
    answers.add(get("/api/v1/users/" + person, company.asAdmin()));

    assertThat(answers)
        .extracting(MockHttpServletResponse::getStatus)
        .containsExactly(200, 400, 400, 422, 422, 400, 422, 400, 200);
    assertThat(body(answers.getLast()).path("voicemailPinSet").asBoolean()).isTrue();
    topics.await("user.users.v1", person.toString(), "user.changed");
    assertThat(answers).noneMatch(answer -> Company.read(answer).contains(PIN));
    assertThat(log.getAll().contains(PIN)).as("in the log").isFalse();
    assertThat(DatabaseSearch.tablesWith(database(), PIN)).isEmpty();
    assertThat(RawTopics.all(topicsOfThisService()))
        .noneMatch(event -> (event.value() + event.headers()).contains(PIN));
  }

  @Test
  @DisplayName("H2 taking away a PIN that is not there is no act: nothing is taken down")
  void nothingToTakeAway() {
    assertThat(patch("{\"voicemailPin\":null}").getStatus()).isEqualTo(200);
    assertThat(entries()).isEmpty();

    patch("{\"voicemailPin\":\"" + PIN + "\"}");
    patch("{\"voicemailPin\":null}");
    patch("{\"voicemailPin\":null}");

    assertThat(entries()).containsExactly("voicemail-pin.changed", "voicemail-pin.removed");
    assertThat(body(get("/api/v1/users/" + person, company.asAdmin())).path("version").asInt())
        .isEqualTo(1);
  }

  @Test
  @DisplayName("G1 a user sets his own PIN")
  void ownPin() {
    MockHttpServletResponse answer =
        Company.perform(
            http,
            request("{\"voicemailPin\":\"" + PIN + "\"}")
                .with(tokens.user(company.accountId(), person)));

    assertThat(body(answer).path("voicemailPinSet").asBoolean()).isTrue();
  }

  private MockHttpServletResponse patch(String body) {
    return Company.perform(http, request(body).with(company.asAdmin()));
  }

  private MockHttpServletRequestBuilder request(String body) {
    return MockMvcRequestBuilders.patch("/api/v1/users/" + person)
        .header("If-Match", "*")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body);
  }

  private List<String> entries() {
    return database()
        .sql(
            """
            select action from audit_entry where subject_id = ? and action like 'voicemail-pin.%' order by entry_id
            """)
        .param(person.toString())
        .query(String.class)
        .list();
  }

  private static String[] topicsOfThisService() {
    return ContractTopics.all().stream()
        .filter(topic -> topic.owner().equals("user-service"))
        .map(ContractTopics.Topic::name)
        .toArray(String[]::new);
  }
}
