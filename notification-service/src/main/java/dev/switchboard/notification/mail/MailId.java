package dev.switchboard.notification.mail;

import java.util.UUID;

/** Id of a mail, made by who asks for it. */
record MailId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
