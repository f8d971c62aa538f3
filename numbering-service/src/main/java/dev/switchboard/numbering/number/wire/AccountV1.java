package dev.switchboard.numbering.number.wire;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * What this service reads of {@code account.signed-up}.
 *
 * @param mainNumber the wanted one, in E.164
 */
public record AccountV1(UUID accountId, String mainNumber) {

  public AccountV1 {
    requireNonNull(accountId, "accountId");
    requireNonNull(mainNumber, "mainNumber");
  }
}
