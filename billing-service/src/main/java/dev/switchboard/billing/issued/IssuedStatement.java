package dev.switchboard.billing.issued;

import dev.switchboard.billing.statement.Draft;
import java.time.Instant;
import java.util.UUID;

/**
 * A statement that an account was given; it never changes.
 *
 * @param draft what it shows
 */
public record IssuedStatement(UUID statementId, UUID accountId, Draft draft, Instant issuedAt) {}
