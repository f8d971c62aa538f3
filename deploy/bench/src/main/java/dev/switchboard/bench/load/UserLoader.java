package dev.switchboard.bench.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Fills user-service's tables by COPY, as the superuser: accounts with standing, users, and their
 * rows of the list as they are when billing, numbering and notification have done their part.
 */
public final class UserLoader {
  private static final String ACCOUNTS =
      "copy account (account_id, company_name, time_zone, language, state, main_number, signed_up_at, version)"
          + " from stdin";
  private static final String STANDINGS =
      "copy account_standing (account_id, standing, version) from stdin";
  private static final String USERS =
      "copy users (user_id, account_id, first_name, last_name, email, role, state, language, time_zone, seat_plan,"
          + " seat_accept_charges, created_at, version) from stdin";
  private static final String DIRECTORY =
      "copy directory (user_id, account_id, visible, version, user_version, first_name, last_name, email, role, state,"
          + " seat_version, plan, line_version, direct_numbers, extension, bridge_id, invitation_state,"
          + " invitation_expires_at, mail_id, mail_version, mail_state) from stdin";
  private static final Duration LINK_LIFE = Duration.ofDays(7);
  private static final int FIRST_EXTENSION = 102;

  private final Source database;

  /** A loader into this database. */
  public UserLoader(Source database) {
    this.database = database;
  }

  /** Opens connections as a superuser. */
  @FunctionalInterface
  public interface Source {
    /** A new connection, which the caller closes. */
    Connection open() throws SQLException;
  }

  /** Stores all people of the plan and brings the statistics up to date. */
  public void load(LoadPlan plan) throws SQLException, IOException {
    copy(ACCOUNTS, plan, new Accounts());
    copy(STANDINGS, plan, new Standings());
    CompletableFuture<Void> list =
        CompletableFuture.runAsync(() -> {
          try {
            copy(DIRECTORY, plan, new DirectoryRows());
          } catch (SQLException | IOException e) {
            throw new CompletionException(e);
          }
        });
    copy(USERS, plan, new UserRows());
    list.join();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      for (String table : List.of("account", "account_standing", "users", "directory")) {
        statement.execute("vacuum (analyze, freeze) " + table);
      }
      statement.execute("checkpoint");
    }
  }

  private void copy(String sql, LoadPlan plan, Rows rows) throws SQLException, IOException {
    try (Connection connection = database.open();
        CopyText text =
            new CopyText(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql))) {
      rows.to(text);
      plan.walk(rows);
      text.finish();
    }
  }

  /** Writes the rows of one table. */
  private abstract static class Rows implements LoadPlan.Visitor {
    private @Nullable CopyText target;

    void to(CopyText text) {
      target = text;
    }

    void row(@Nullable Object... values) {
      Objects.requireNonNull(target).row(values);
    }

    @Override
    public void account(UUID accountId, int ordinal, Instant signedUpAt) {}

    @Override
    public void person(UUID accountId, Person person, int index) {}
  }

  private static final class Accounts extends Rows {
    @Override
    public void account(UUID accountId, int ordinal, Instant signedUpAt) {
      row(
          accountId,
          "Company " + ordinal,
          "America/New_York",
          "en",
          "ACTIVE",
          "+1202%07d".formatted(ordinal),
          signedUpAt,
          1);
    }
  }

  private static final class Standings extends Rows {
    @Override
    public void account(UUID accountId, int ordinal, Instant signedUpAt) {
      row(accountId, "ACTIVE", 1);
    }
  }

  private static final class UserRows extends Rows {
    @Override
    public void person(UUID accountId, Person person, int index) {
      row(
          person.userId(),
          accountId,
          person.firstName(),
          person.lastName(),
          person.email(),
          "USER",
          person.state(),
          person.language(),
          "America/New_York",
          person.plan(),
          "true",
          person.createdAt(),
          2);
    }
  }

  private static final class DirectoryRows extends Rows {
    @Override
    public void person(UUID accountId, Person person, int index) {
      boolean invited = person.state().equals("INVITED");
      String number = person.directNumber();
      row(
          person.userId(),
          accountId,
          "true",
          5,
          2,
          person.firstName(),
          person.lastName(),
          person.email(),
          "USER",
          person.state(),
          1,
          person.plan(),
          1,
          number == null ? "{}" : "{" + number + "}",
          FIRST_EXTENSION + index,
          person.bridgeId(),
          invited ? "PENDING" : "ACCEPTED",
          person.createdAt().plus(LINK_LIFE),
          new UUID(
              person.userId().getMostSignificantBits(), ~person.userId().getLeastSignificantBits()),
          2,
          "SENT");
    }
  }
}
