package dev.switchboard.bench;

import dev.switchboard.bench.client.Companies;
import dev.switchboard.bench.client.Tenant;
import dev.switchboard.bench.load.LoadPlan;
import dev.switchboard.bench.load.UserLoader;
import dev.switchboard.bench.report.Figure;
import dev.switchboard.bench.report.Report;
import dev.switchboard.bench.sql.Database;
import dev.switchboard.bench.sql.PageSql;
import dev.switchboard.bench.timing.ClosedLoop;
import dev.switchboard.bench.timing.Statistics;
import dev.switchboard.bench.timing.Work;
import dev.switchboard.local.Suite;
import java.util.EnumMap;
import java.util.Map;

/** The list of an account alone in the database, and of a larger one among very many users. */
final class Scale {
  private static final long SEED = 20_261_124;
  private static final int WARM_CONNECTIONS = 8;
  private static final double PAGE_AIM = 1.3;
  private static final double SEARCH_AIM = 3;
  private static final double FILTER_AIM = 3;

  private final Suite suite;
  private final Database database;
  private final Sizes sizes;
  private final Report report;
  private final UserLoader loader;
  private final Tenant small;
  private final Tenant watched;

  Scale(Suite suite, Companies companies, Database database, Sizes sizes, Report report)
      throws Exception {
    this.suite = suite;
    this.database = database;
    this.sizes = sizes;
    this.report = report;
    this.loader = new UserLoader(database::superuser);
    this.small = companies.signUp();
    this.watched = companies.signUp();
  }

  /** What of the list is read. */
  private enum Query {
    PAGE("", ""),
    FILTER("&plan=PRO", "and plan in ('PRO')"),
    SEARCH("&search=garc", "and search_text like '%garc%'");

    private final String parameters;
    private final String condition;

    Query(String parameters, String condition) {
      this.parameters = parameters;
      this.condition = condition;
    }

    String path() {
      return "/users?limit=" + Sizes.PAGE + parameters;
    }
  }

  /** Medians in milliseconds. */
  private record Times(
      Map<Query, Double> gateway, Map<Query, Double> direct, Map<Query, Double> sql) {}

  /** The company with the account among many. */
  Tenant watched() {
    return watched;
  }

  void measure() throws Exception {
    loader.load(new LoadPlan(SEED, small.accountId(), sizes.small() - 1, sizes.small() - 1, 0));
    warmUp();
    report.say("The list of an account of " + sizes.small() + ", alone in the database");
    Times before = measure(small);
    fill();
    report.say("The list of an account of " + sizes.members() + " among " + sizes.total());
    Times after = measure(watched);
    Times sameAccount = measure(small);
    tell("page, gateway", after.gateway(), before.gateway(), sameAccount.gateway());
    tell("page, user-service", after.direct(), before.direct(), sameAccount.direct());
    tell("page, SQL alone", after.sql(), before.sql(), sameAccount.sql());
    compare("gateway", after.gateway());
    compare("user-service", after.direct());
    compare("SQL alone", after.sql());
  }

  private void warmUp() throws Exception {
    report.say("Warming up");
    ClosedLoop.perSecond(
        WARM_CONNECTIONS,
        sizes.warmUp(),
        worker ->
            HttpWork.same(
                suite.serviceUrl("gateway"),
                small.get(Query.values()[worker % Query.values().length].path())));
  }

  private void fill() throws Exception {
    long began = System.nanoTime();
    loader.load(
        new LoadPlan(
            SEED,
            watched.accountId(),
            sizes.members() - 1,
            sizes.total() - sizes.small(),
            sizes.small()));
    double seconds = (System.nanoTime() - began) / 1e9;
    report.add(
        Figure.of(
            "loading " + sizes.total() + " users, with VACUUM ANALYZE",
            Figure.text("%.0f s", seconds)));
  }

  private Times measure(Tenant tenant) throws Exception {
    Times times =
        new Times(
            new EnumMap<>(Query.class), new EnumMap<>(Query.class), new EnumMap<>(Query.class));
    for (Query query : Query.values()) {
      double[] gateway = new double[Sizes.ROUNDS];
      double[] direct = new double[Sizes.ROUNDS];
      double[] sql = new double[Sizes.ROUNDS];
      for (int round = 0; round < Sizes.ROUNDS; round++) {
        byte[] request = tenant.directGet(query.path());
        gateway[round] =
            median(worker -> HttpWork.same(tenant.gateway(), tenant.get(query.path())));
        direct[round] = median(worker -> HttpWork.same(tenant.userService(), request));
        sql[round] =
            median(
                worker -> new PageSql(database, tenant.accountId(), query.condition, Sizes.PAGE));
      }
      times.gateway().put(query, Statistics.median(gateway));
      times.direct().put(query, Statistics.median(direct));
      times.sql().put(query, Statistics.median(sql));
    }
    return times;
  }

  private double median(Work.Factory factory) throws Exception {
    return Statistics.median(
        ClosedLoop.milliseconds(sizes.samples() / 4, sizes.samples(), factory));
  }

  private void tell(
      String work,
      Map<Query, Double> after,
      Map<Query, Double> before,
      Map<Query, Double> sameAccount) {
    String alone = "account of " + sizes.small() + ", alone";
    report.add(
        Figure.time(
            "%s, account of %d among %d".formatted(work, sizes.members(), sizes.total()),
            after.getOrDefault(Query.PAGE, 0.0),
            alone,
            before.getOrDefault(Query.PAGE, 1.0),
            PAGE_AIM));
    report.add(
        Figure.time(
            "%s, account of %d among %d".formatted(work, sizes.small(), sizes.total()),
            sameAccount.getOrDefault(Query.PAGE, 0.0),
            alone,
            before.getOrDefault(Query.PAGE, 1.0),
            PAGE_AIM));
  }

  private void compare(String where, Map<Query, Double> times) {
    double page = times.getOrDefault(Query.PAGE, 1.0);
    String account = " in the account of " + sizes.members();
    report.add(
        Figure.time(
            "search, " + where + account,
            times.getOrDefault(Query.SEARCH, 0.0),
            "page",
            page,
            SEARCH_AIM));
    report.add(
        Figure.time(
            "filter by plan, " + where + account,
            times.getOrDefault(Query.FILTER, 0.0),
            "page",
            page,
            FILTER_AIM));
  }
}
