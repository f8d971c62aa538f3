package dev.switchboard.notification.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one person: QUEUED, then SENT or FAILED (J2). Pure: a transition returns the new
 * state and the fact.
 *
 * @param id asked for twice, it is the same mail
 * @param letter what is sent and to whom
 * @param sealedToken the link's secret, sealed; null for mails without a link, and once the mail is
 *     sent or has failed
 * @param attempts number of tries so far
 * @param reason code of the last failure, such as {@code RECIPIENT_REFUSED}; null without one
 * @param giveUpAt no try later than this
 * @param nextAttemptAt not before this
 * @param version 1, 2, 3 …
 */
record Mail(
    MailId id,
    Letter letter,
    @Nullable String sealedToken,
    MailState state,
    int attempts,
    @Nullable String reason,
    Instant queuedAt,
    Instant giveUpAt,
    Instant nextAttemptAt,
    long version) {
  /** Reason of a mail that no server took in time. */
  static final String EXPIRED = "EXPIRED";

  /** Reason of a mail whose recipient's data were erased before it was sent. */
  static final String RECIPIENT_ERASED = "RECIPIENT_ERASED";

  /** A new mail, due at once. */
  static Change<Mail> queue(
      MailId id, Letter letter, @Nullable String sealedToken, Instant now, Duration giveUpAfter) {
    Mail mail =
        new Mail(
            id, letter, sealedToken, MailState.QUEUED, 0, null, now, now.plus(giveUpAfter), now, 1);
    return new Change<>(mail, new MailEvent.Queued(mail, List.of("state", "attempts")));
  }

  /** A new mail to somebody whose data are erased: it ends before any try (D6). */
  static Change<Mail> toErased(MailId id, Letter letter, Instant now) {
    Mail mail =
        new Mail(
            id, letter.erased(), null, MailState.FAILED, 0, RECIPIENT_ERASED, now, now, now, 1);
    return new Change<>(mail, new MailEvent.Failed(mail, List.of("state", "attempts", "reason")));
  }

  /** A server took it. */
  Change<Mail> sent() {
    Mail sent = ended(MailState.SENT, null, attempts + 1);
    return new Change<>(sent, new MailEvent.Sent(sent, changedTo(sent)));
  }

  /** It will never be taken. */
  Change<Mail> refused(String why) {
    Mail failed = ended(MailState.FAILED, why, attempts + 1);
    return new Change<>(failed, new MailEvent.Failed(failed, changedTo(failed)));
  }

  /** Its recipient's data are erased: it ends without a further try (D6). */
  Change<Mail> recipientErased() {
    Mail failed = ended(MailState.FAILED, RECIPIENT_ERASED, attempts);
    return new Change<>(failed, new MailEvent.Failed(failed, changedTo(failed)));
  }

  /** A try failed for the moment: the next one after this pause, unless its time is over. */
  Change<Mail> deferred(String why, Instant now, Duration pause) {
    if (!now.isBefore(giveUpAt)) {
      return refused(EXPIRED);
    }
    Instant next = now.plus(pause);
    Mail waiting =
        new Mail(
            id,
            letter,
            sealedToken,
            requireQueued(),
            attempts + 1,
            why,
            queuedAt,
            giveUpAt,
            next.isAfter(giveUpAt) ? giveUpAt : next,
            version + 1);
    return new Change<>(waiting, new MailEvent.Queued(waiting, changedTo(waiting)));
  }

  private Mail ended(MailState end, @Nullable String why, int tries) {
    requireQueued();
    return new Mail(
        id, letter, null, end, tries, why, queuedAt, giveUpAt, nextAttemptAt, version + 1);
  }

  private MailState requireQueued() {
    if (state != MailState.QUEUED) {
      throw new IllegalStateException("mail " + id + " is " + state + " and stays so");
    }
    return state;
  }

  private List<String> changedTo(Mail after) {
    List<String> changed = new ArrayList<>();
    if (state != after.state) {
      changed.add("state");
    }
    if (attempts != after.attempts) {
      changed.add("attempts");
    }
    if (!Objects.equals(reason, after.reason)) {
      changed.add("reason");
    }
    return List.copyOf(changed);
  }

  /** Only id and state: addresses and names stay out of logs. */
  @Override
  public String toString() {
    return "Mail[" + id + " " + state + " v" + version + "]";
  }
}
