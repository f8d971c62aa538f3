package dev.switchboard.user.directory;

import dev.switchboard.user.directory.wire.DirectoryV1;
import dev.switchboard.user.plan.Plan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row with what the list does not show but other services of the platform want to know (K2).
 *
 * @param language null in a row that only waits for its user
 * @param timeZone null in a row that only waits for its user
 * @param mobile E.164
 */
record WholeRow(
    DirectoryRow listed,
    @Nullable String language,
    @Nullable String timeZone,
    @Nullable String mobile) {
  static final String COLUMNS = "language, time_zone, mobile, " + DirectoryRows.COLUMNS;

  static WholeRow read(ResultSet row, Instant now) throws SQLException {
    return new WholeRow(
        DirectoryRows.read(row, now),
        row.getString("language"),
        row.getString("time_zone"),
        row.getString("mobile"));
  }

  DirectoryV1 toWire() {
    Plan plan = listed.plan();
    Integer extension = listed.extension();
    return new DirectoryV1(
        listed.userId(),
        listed.accountId(),
        listed.version(),
        listed.firstName(),
        listed.lastName(),
        listed.email(),
        listed.role().name(),
        language,
        timeZone,
        mobile,
        listed.state().name(),
        plan == null ? null : plan.name(),
        listed.directNumbers(),
        extension == null ? null : extension.toString(),
        listed.bridgeId(),
        listed.forwardTo());
  }
}
