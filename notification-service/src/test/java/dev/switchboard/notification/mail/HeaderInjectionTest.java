package dev.switchboard.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.testing.ServiceTest;
import dev.switchboard.platform.testing.TestTopics;
import jakarta.mail.Header;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class HeaderInjectionTest {
  /** Added by the receiving server. */
  private static final Set<String> OF_THE_SERVER = Set.of("Return-Path", "Received");

  private static final Set<String> OURS =
      Set.of(
          "Auto-Submitted",
          "Content-Type",
          "Date",
          "From",
          "MIME-Version",
          "Message-ID",
          "Subject",
          "To");

  private static final Set<String> FORMATTED =
      Set.of("payBy", "since", "from", "to", "statementId", "reason");

  @Autowired private TestTopics topics;

  static Set<String> templates() {
    return TestMail.MODELS.keySet();
  }

  @ParameterizedTest
  @DisplayName("J2 no text of any model adds a header, a recipient or a second part")
  @MethodSource("templates")
  void nothingIsInjected(String template) throws Exception {
    String victim = UUID.randomUUID() + "@inbox.example";
    String injection =
        "x\r\nBcc: %s\r\nTo: %s\n\u2028Cc: %s\u0085\r\n\r\n<html>\r\n.\r\nMAIL FROM:<a@b.example>"
            .formatted(victim, victim, victim);
    TestMail asked = TestMail.of(template).named(injection);
    Map<String, Object> model = new HashMap<>(asked.model());
    model.replaceAll((name, value) -> isFreeText(name, value) ? injection : value);
    model.computeIfPresent("card", (name, card) -> Map.of("brand", injection, "lastFour", "4242"));

    asked.showing(model).ask(topics);

    TestMailbox.Mail mail = TestMailbox.awaitOne(asked.email());
    List<String> headers =
        Collections.list(mail.message().getAllHeaders()).stream()
            .map(Header::getName)
            .filter(name -> !OF_THE_SERVER.contains(name))
            .toList();
    assertThat(headers).containsExactlyInAnyOrderElementsOf(OURS);
    assertThat(mail.message().getAllRecipients()).hasSize(1);
    assertThat(mail.subject().codePoints()).noneMatch(Character::isISOControl);
    assertThat(TestMailbox.of(victim)).isEmpty();
    assertThat(asked.await(topics, "mail.sent").data().path("attempts").asInt()).isEqualTo(1);
  }

  /** What the contract gives a format is refused before it could be in a mail. */
  private static boolean isFreeText(String name, Object value) {
    return value instanceof String && !name.endsWith("At") && !FORMATTED.contains(name);
  }
}
