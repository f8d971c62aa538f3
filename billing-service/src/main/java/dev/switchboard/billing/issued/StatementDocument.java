package dev.switchboard.billing.issued;

import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statement with all that its document shows (E6).
 *
 * @param companyName whose it is; null when it is not known
 * @param userNames of users on its lines; who is missing is erased
 * @param zone in which its day of issue is told
 */
record StatementDocument(
    IssuedStatement statement,
    @Nullable String companyName,
    Map<UUID, String> userNames,
    ZoneId zone) {

  StatementDocument {
    userNames = Map.copyOf(userNames);
  }
}
