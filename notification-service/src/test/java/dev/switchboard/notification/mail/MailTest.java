package dev.switchboard.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MailTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Mail queued =
      Mail.queue(
              new MailId(UUID.randomUUID()),
              new Letter(
                  UUID.randomUUID(),
                  UUID.randomUUID(),
                  "jose@inbox.example",
                  "José",
                  "invitation",
                  "en",
                  "Europe/Madrid",
                  "{\"firstName\":\"José\"}",
                  null),
              "sealed",
              NOW,
              DAY)
          .state();

  @Test
  @DisplayName("J2 a new mail is queued, due at once, version 1")
  void newMailIsQueued() {
    assertThat(queued.state()).isEqualTo(MailState.QUEUED);
    assertThat(queued.nextAttemptAt()).isEqualTo(NOW);
    assertThat(queued.giveUpAt()).isEqualTo(NOW.plus(DAY));
    assertThat(queued.version()).isEqualTo(1);
  }

  @Test
  @DisplayName("J2 I16 a sent mail counts the try and forgets the secret")
  void sent() {
    Change<Mail> change = queued.sent();

    assertThat(change.state().state()).isEqualTo(MailState.SENT);
    assertThat(change.state().attempts()).isEqualTo(1);
    assertThat(change.state().sealedToken()).isNull();
    assertThat(change.state().version()).isEqualTo(2);
    assertThat(change.event()).isInstanceOf(MailEvent.Sent.class);
    assertThat(change.event().changed()).containsExactly("state", "attempts");
  }

  @Test
  @DisplayName("J2 I16 a refused mail fails with its reason and forgets the secret")
  void refused() {
    Change<Mail> change = queued.refused("RECIPIENT_REFUSED");

    assertThat(change.state().state()).isEqualTo(MailState.FAILED);
    assertThat(change.state().reason()).isEqualTo("RECIPIENT_REFUSED");
    assertThat(change.state().sealedToken()).isNull();
    assertThat(change.event()).isInstanceOf(MailEvent.Failed.class);
    assertThat(change.event().changed()).containsExactly("state", "attempts", "reason");
  }

  @Test
  @DisplayName("J2 a deferred mail stays queued, keeps the secret and waits for the pause")
  void deferred() {
    Change<Mail> change = queued.deferred("MESSAGE_DEFERRED", NOW.plusSeconds(1), PAUSE);

    assertThat(change.state().state()).isEqualTo(MailState.QUEUED);
    assertThat(change.state().sealedToken()).isEqualTo("sealed");
    assertThat(change.state().nextAttemptAt()).isEqualTo(NOW.plusSeconds(6));
    assertThat(change.event()).isInstanceOf(MailEvent.Queued.class);
    assertThat(change.event().changed()).containsExactly("attempts", "reason");
    Change<Mail> sent = change.state().sent();
    assertThat(sent.state().reason()).isNull();
    assertThat(sent.event().changed()).containsExactly("state", "attempts", "reason");
    assertThat(sent.state().version()).isEqualTo(3);
  }

  @Test
  @DisplayName("J2 the last try is at the end of the 24 h, and its failure is final")
  void expires() {
    Instant nearTheEnd = NOW.plus(DAY).minusSeconds(1);

    Mail waiting = queued.deferred("MESSAGE_DEFERRED", nearTheEnd, PAUSE).state();
    assertThat(waiting.nextAttemptAt()).isEqualTo(waiting.giveUpAt());

    Change<Mail> over = waiting.deferred("MESSAGE_DEFERRED", waiting.giveUpAt(), PAUSE);
    assertThat(over.state().state()).isEqualTo(MailState.FAILED);
    assertThat(over.state().reason()).isEqualTo("EXPIRED");
    assertThat(over.state().sealedToken()).isNull();
  }

  @Test
  @DisplayName("D6 a waiting mail of an erased recipient fails without a further try")
  void recipientErased() {
    Mail waiting = queued.deferred("MESSAGE_DEFERRED", NOW.plusSeconds(1), PAUSE).state();

    Change<Mail> change = waiting.recipientErased();

    assertThat(change.state().state()).isEqualTo(MailState.FAILED);
    assertThat(change.state().reason()).isEqualTo("RECIPIENT_ERASED");
    assertThat(change.state().attempts()).isEqualTo(1);
    assertThat(change.state().sealedToken()).isNull();
    assertThat(change.state().version()).isEqualTo(3);
    assertThat(change.event()).isInstanceOf(MailEvent.Failed.class);
    assertThat(change.event().changed()).containsExactly("state", "reason");
  }

  @Test
  @DisplayName("D6 a mail to an erased recipient has failed from its beginning and tells nothing")
  void toErased() {
    Change<Mail> change = Mail.toErased(queued.id(), queued.letter(), NOW);

    assertThat(change.state().state()).isEqualTo(MailState.FAILED);
    assertThat(change.state().reason()).isEqualTo("RECIPIENT_ERASED");
    assertThat(change.state().attempts()).isZero();
    assertThat(change.state().sealedToken()).isNull();
    assertThat(change.state().version()).isEqualTo(1);
    assertThat(change.event()).isInstanceOf(MailEvent.Failed.class);
    Letter letter = change.state().letter();
    assertThat(letter.email()).isEqualTo(letter.userId() + "@erased.invalid");
    assertThat(letter.name()).isEqualTo("Deleted user");
    assertThat(letter.model()).isEqualTo("{}");
    assertThat(letter.timeZone()).isNull();
  }

  @Test
  @DisplayName("I16 the text forms of mails and letters hide address and name")
  void textFormsHide() {
    assertThat(queued + " " + queued.letter()).doesNotContain("jose", "José", "sealed");
  }

  @Test
  @DisplayName("J2 what has ended stays ended")
  void endIsFinal() {
    Mail sent = queued.sent().state();
    Mail failed = queued.refused("RECIPIENT_REFUSED").state();

    assertThatThrownBy(sent::sent).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> sent.refused("X")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(sent::recipientErased).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(failed::sent).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> failed.deferred("X", NOW, PAUSE))
        .isInstanceOf(IllegalStateException.class);
  }
}
