package dev.switchboard.bench;

import dev.switchboard.bench.client.Companies;
import dev.switchboard.bench.client.Tenant;
import dev.switchboard.bench.report.Figure;
import dev.switchboard.bench.report.Report;
import dev.switchboard.bench.sql.Database;
import dev.switchboard.bench.sql.InviteSql;
import dev.switchboard.bench.sql.PageSql;
import dev.switchboard.bench.timing.ClosedLoop;
import dev.switchboard.bench.timing.Statistics;
import dev.switchboard.bench.timing.Work;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Invitations and pages per second, each beside its yardstick in alternating rounds. */
final class Rates {
  private static final int CONNECTIONS = 8;
  private static final int GATEWAY_CONNECTIONS = 16;
  private static final double INVITE_AIM = 0.4;
  private static final double PAGE_AIM = 0.4;
  private static final double GATEWAY_AIM = 0.55;

  private final Database database;
  private final Sizes sizes;
  private final Report report;
  private final Tenant watched;
  private final List<Tenant> inviting = new ArrayList<>();
  private final List<Tenant> yardstick = new ArrayList<>();
  private final Pipeline pipeline;

  Rates(Companies companies, Database database, Sizes sizes, Report report, Tenant watched)
      throws Exception {
    this.database = database;
    this.sizes = sizes;
    this.report = report;
    this.watched = watched;
    for (int i = 0; i < CONNECTIONS; i++) {
      inviting.add(companies.signUp());
      yardstick.add(companies.signUp());
    }
    this.pipeline = new Pipeline(database, inviting);
  }

  void measure() throws Exception {
    invites();
    pages();
    gateway();
  }

  private void invites() throws Exception {
    report.say("Invitations, " + CONNECTIONS + " connections");
    ClosedLoop.perSecond(CONNECTIONS, sizes.warmUp(), this::invite);
    ClosedLoop.perSecond(CONNECTIONS, sizes.round(), this::inviteBySql);
    pipeline.awaitQuiet();
    double[] suite = new double[Sizes.ROUNDS];
    double[] sql = new double[Sizes.ROUNDS];
    double[] whole = new double[Sizes.ROUNDS];
    for (int round = 0; round < Sizes.ROUNDS; round++) {
      long before = pipeline.users();
      long began = System.nanoTime();
      suite[round] = ClosedLoop.perSecond(CONNECTIONS, sizes.round(), this::invite);
      pipeline.awaitQuiet();
      whole[round] = (pipeline.users() - before) * 1e9 / (System.nanoTime() - began);
      sql[round] = ClosedLoop.perSecond(CONNECTIONS, sizes.round(), this::inviteBySql);
      deleteDeadEvents();
    }
    report.add(
        Figure.rate(
            "invite, gateway, %d connections".formatted(CONNECTIONS),
            Statistics.median(suite),
            "same SQL by JDBC, nothing following",
            Statistics.median(sql),
            INVITE_AIM));
    report.add(
        Figure.of(
            "the same until seat, extension, bridge and mail are in the list of all",
            Figure.text("%.0f/s", Statistics.median(whole))));
  }

  private void pages() throws Exception {
    report.say("Pages, " + CONNECTIONS + " connections");
    Work.Factory http = worker -> HttpWork.same(watched.gateway(), watched.get(path()));
    Work.Factory jdbc = worker -> new PageSql(database, watched.accountId(), "", Sizes.PAGE);
    double[][] rounds = alternate(CONNECTIONS, http, () -> jdbc);
    report.add(
        Figure.rate(
            "page of %d of %d, gateway, %d connections"
                .formatted(Sizes.PAGE, sizes.members(), CONNECTIONS),
            Statistics.median(rounds[0]),
            "same SQL by JDBC",
            Statistics.median(rounds[1]),
            PAGE_AIM));
  }

  private void gateway() throws Exception {
    report.say("The gateway, " + GATEWAY_CONNECTIONS + " connections");
    Work.Factory http = worker -> HttpWork.same(watched.gateway(), watched.get(path()));
    double[][] rounds = alternate(GATEWAY_CONNECTIONS, http, this::direct);
    report.add(
        Figure.rate(
            "page of %d of %d, gateway, %d connections"
                .formatted(Sizes.PAGE, sizes.members(), GATEWAY_CONNECTIONS),
            Statistics.median(rounds[0]),
            "direct call of user-service",
            Statistics.median(rounds[1]),
            GATEWAY_AIM));
  }

  /** Makes the work of one round. */
  private interface Side {
    Work.Factory make() throws Exception;
  }

  private double[][] alternate(int connections, Work.Factory one, Side other) throws Exception {
    Duration warmUp = sizes.warmUp().dividedBy(4);
    ClosedLoop.perSecond(connections, warmUp, one);
    ClosedLoop.perSecond(connections, warmUp, other.make());
    double[][] rates = new double[2][Sizes.ROUNDS];
    for (int round = 0; round < Sizes.ROUNDS; round++) {
      rates[0][round] = ClosedLoop.perSecond(connections, sizes.round(), one);
      rates[1][round] = ClosedLoop.perSecond(connections, sizes.round(), other.make());
    }
    return rates;
  }

  /** With a token that is new in each round, because it lives for a minute only. */
  private Work.Factory direct() throws Exception {
    byte[] request = watched.directGet(path());
    return worker -> HttpWork.same(watched.userService(), request);
  }

  private Work invite(int worker) {
    Tenant tenant = inviting.get(worker);
    return new HttpWork(tenant.gateway(), () -> tenant.invite("José", "Okafor"));
  }

  private Work inviteBySql(int worker) throws Exception {
    Tenant tenant = yardstick.get(worker);
    return new InviteSql(database, tenant.accountId(), tenant.adminId());
  }

  private void deleteDeadEvents() throws Exception {
    try (Connection connection = database.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute("delete from outbox where shard = " + InviteSql.DEAD_SHARD);
      statement.execute("vacuum outbox");
    }
  }

  private static String path() {
    return "/users?limit=" + Sizes.PAGE;
  }
}
