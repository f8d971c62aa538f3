package dev.switchboard.notification.mail;

import java.util.List;

/** Facts about a mail, each with the state after it and the names of what changed. */
sealed interface MailEvent {

  /** The mail after the change. */
  Mail mail();

  /** Names of the changed properties of the published event. */
  List<String> changed();

  /** It was accepted for delivery, or a try was put off. */
  record Queued(Mail mail, List<String> changed) implements MailEvent {}

  /** A mail server took it. */
  record Sent(Mail mail, List<String> changed) implements MailEvent {}

  /** It will not arrive. */
  record Failed(Mail mail, List<String> changed) implements MailEvent {}
}
