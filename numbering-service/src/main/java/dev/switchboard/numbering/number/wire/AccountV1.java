package dev.switchboard.numbering.number.wire;

import java.util.UUID;

/** What this service reads of {@code account.signed-up}; {@code mainNumber} is the wanted one. */
public record AccountV1(UUID accountId, String mainNumber) {}
