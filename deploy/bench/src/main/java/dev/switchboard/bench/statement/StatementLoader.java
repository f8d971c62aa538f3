package dev.switchboard.bench.statement;

import dev.switchboard.bench.sql.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Fills billing-service's tables with accounts that have just signed up: ten users each, on all
 * three plans, a main number and five direct ones. Their first statements are due at once.
 */
final class StatementLoader {
  static final int USERS = 10;
  private static final String BILLING = "billing_service";

  private final Database database;

  StatementLoader(Database database) {
    this.database = database;
  }

  /**
   * Loads accounts in one transaction: the service sees all of them at once, or none.
   *
   * @param run tells the accounts of one loading from those of another
   */
  void load(String run, int accounts) throws SQLException {
    try (Connection connection = database.superuser(BILLING)) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set local session_replication_role = replica");
        for (String insert : inserts(run, accounts)) {
          statement.execute(insert);
        }
      }
      connection.commit();
      connection.setAutoCommit(true);
      try (Statement statement = connection.createStatement()) {
        statement.execute("analyze");
      }
    }
  }

  private static String[] inserts(String run, int accounts) {
    String account = "md5('" + run + "' || a)::uuid";
    String slot = "md5('" + run + "-slot-' || a || '-' || u)::uuid";
    String user = "md5('" + run + "-user-' || a || '-' || u)::uuid";
    String plan = "(array['BASIC', 'PLUS', 'PRO'])[1 + u %% 3]".replace("%%", "%");
    String of = " from generate_series(1, " + accounts + ") as a";
    String users = of + ", generate_series(1, " + USERS + ") as u";
    String since = "now() - interval '10 minutes'";
    return new String[] {
      "insert into plan_slot (slot_id, account_id, plan, origin, state, user_id, version) select "
          + slot
          + ", "
          + account
          + ", "
          + plan
          + ", 'SIGN_UP', 'OCCUPIED', "
          + user
          + ", 1"
          + users,
      "insert into charge_interval (interval_id, account_id, slot_id, plan, origin, started_at) select "
          + "gen_random_uuid(), "
          + account
          + ", "
          + slot
          + ", "
          + plan
          + ", 'SIGN_UP', "
          + since
          + users,
      "insert into seat_interval (interval_id, account_id, user_id, slot_id, plan, started_at) select "
          + "gen_random_uuid(), "
          + account
          + ", "
          + user
          + ", "
          + slot
          + ", "
          + plan
          + ", "
          + since
          + users,
      "insert into number_interval (interval_id, account_id, number, use, user_id, started_at) select "
          + "gen_random_uuid(), "
          + account
          + ", '+9' || '"
          + run
          + "' || a || u, "
          + "case when u = 1 then 'COMPANY_MAIN' else 'DIRECT' end, "
          + "case when u = 1 then null else "
          + user
          + " end, "
          + since
          + of
          + ", generate_series(1, 6) as u",
      "insert into company (account_id, name) select " + account + ", 'Harbor Light Books'" + of,
      "insert into recipient (user_id, account_id, version, role, first_name, last_name, email, language, time_zone) select "
          + "md5('"
          + run
          + "-user-' || a || '-1')::uuid, "
          + account
          + ", 1, 'ADMIN', 'Ada', 'Ngata', 'ada.' || a || '@bench.example', 'en', 'America/New_York'"
          + of,
      "insert into billing_account (account_id, time_zone, standing, signed_up_at, version) select "
          + account
          + ", 'America/New_York', 'ACTIVE', "
          + since
          + ", 1"
          + of,
    };
  }
}
