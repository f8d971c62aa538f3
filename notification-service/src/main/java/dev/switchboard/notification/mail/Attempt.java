package dev.switchboard.notification.mail;

import dev.switchboard.notification.transport.Delivery;
import dev.switchboard.notification.transport.SmtpReply;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to send a mail, as it is kept.
 *
 * @param number 1, 2, 3 … per mail
 * @param reason code; null when accepted
 */
record Attempt(int number, Instant at, Outcome outcome, @Nullable String reason, SmtpReply reply) {

  /** How it ended. */
  enum Outcome {
    ACCEPTED,
    DEFERRED,
    REFUSED
  }

  static Attempt of(int number, Instant at, Delivery delivery) {
    return switch (delivery) {
      case Delivery.Accepted(SmtpReply reply) ->
          new Attempt(number, at, Outcome.ACCEPTED, null, reply);
      case Delivery.Deferred(String reason, SmtpReply reply, boolean _) ->
          new Attempt(number, at, Outcome.DEFERRED, reason, reply);
      case Delivery.Refused(String reason, SmtpReply reply) ->
          new Attempt(number, at, Outcome.REFUSED, reason, reply);
    };
  }
}
