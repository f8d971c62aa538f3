package dev.switchboard.billing.recipient;

import java.util.UUID;

/**
 * An active admin, with all that a mail to him needs.
 *
 * @param language BCP 47 tag
 * @param timeZone IANA name
 */
record Recipient(
    UUID accountId,
    UUID userId,
    String firstName,
    String lastName,
    String email,
    String language,
    String timeZone,
    String companyName) {

  String fullName() {
    return (firstName + " " + lastName).strip();
  }
}
