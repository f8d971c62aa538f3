package dev.switchboard.user.directory;

import dev.switchboard.user.plan.Plan;
import dev.switchboard.user.user.Role;
import dev.switchboard.user.user.UserState;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows of the table {@code directory}. */
final class DirectoryRows {
  static final String COLUMNS =
      """
      account_id, user_id, visible, version, user_version, first_name, last_name, email, role, state, plan,
      direct_numbers, extension, bridge_id, forward_to, invitation_state, invitation_expires_at, mail_state
      """;

  private DirectoryRows() {}

  static DirectoryRow read(ResultSet row, Instant now) throws SQLException {
    String plan = row.getString("plan");
    int extension = row.getInt("extension");
    Integer extensionOrNull = row.wasNull() ? null : extension;
    return new DirectoryRow(
        row.getObject("account_id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getBoolean("visible"),
        row.getLong("version"),
        row.getLong("user_version"),
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("email"),
        Role.valueOf(row.getString("role")),
        UserState.valueOf(row.getString("state")),
        plan == null ? null : Plan.valueOf(plan),
        texts(row.getArray("direct_numbers")),
        extensionOrNull,
        row.getString("bridge_id"),
        row.getString("forward_to"),
        invitation(row, now));
  }

  private static DirectoryRow.@Nullable InvitationView invitation(ResultSet row, Instant now)
      throws SQLException {
    String state = row.getString("invitation_state");
    if (state == null) {
      return null;
    }
    Instant expiresAt = row.getObject("invitation_expires_at", OffsetDateTime.class).toInstant();
    boolean expired = state.equals("PENDING") && !expiresAt.isAfter(now);
    return new DirectoryRow.InvitationView(
        expired ? "EXPIRED" : state, row.getString("mail_state"), expiresAt);
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
