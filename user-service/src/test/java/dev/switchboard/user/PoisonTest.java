package dev.switchboard.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.time.Ids;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.RawTopics;
import dev.switchboard.user.testing.UserServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** K1: what breaks its contract goes to the dead-letter topic, and the topic goes on. */
@ExtendWith(OutputCaptureExtension.class)
class PoisonTest extends UserServiceTest {
  private static final List<String> BROKEN =
      List.of("\u0000\u0001", "null", "[]", "{\"version\":\"MARK\"}", "{\"MARK\":");

  @AfterEach
  void forget() {
    database().sql("delete from dead_letter").update();
  }

  @ParameterizedTest
  @DisplayName(
      "K1 a record that can't be read is a dead letter with its cause; the next key goes on")
  @CsvSource({
    "billing.seats.v1, seat.occupied",
    "billing.accounts.v1, account.slots-changed",
    "billing.price-lists.v1, price-list.published",
    "numbering.lines.v1, line.opened",
    "numbering.numbers.v1, number.assigned",
    "notification.mails.v1, mail.sent",
    "user.audit.v1, audit.requested"
  })
  void poison(String topic, String type, CapturedOutput log) {
    Company company = companies.signUp(1, 0, 0);
    Map<String, String> marks = new LinkedHashMap<>();
    for (String broken : BROKEN) {
      String key = UUID.randomUUID().toString();
      marks.put(key, "hidden" + UUID.randomUUID());
      byte[] data =
          broken.replace("MARK", String.valueOf(marks.get(key))).getBytes(StandardCharsets.UTF_8);
      topics.send(topic, key, type, company.accountId(), data, Ids.next());
    }

    await("dead letters", () -> causes(topic).size() == BROKEN.size());

    List<RawTopics.Raw> deadLetters = RawTopics.all(topic + ".user-service.dlt");
    marks.forEach((key, mark) -> {
      assertThat(deadLetters).filteredOn(letter -> key.equals(letter.key())).hasSize(1);
      assertThat(causes(topic)).doesNotContainNull().noneMatch(cause -> cause.contains(mark));
      assertThat(log.getAll().contains(mark)).as("in the log").isFalse();
    });
    UUID next = Ids.next();
    topics.send(
        topic,
        UUID.randomUUID().toString(),
        "unknown." + type,
        company.accountId(),
        "{}".getBytes(StandardCharsets.UTF_8),
        next);
    awaitTakenIn(next);
  }

  private List<String> causes(String topic) {
    return database()
        .sql("select cause from dead_letter where topic = ?")
        .param(topic)
        .query(String.class)
        .list();
  }
}
