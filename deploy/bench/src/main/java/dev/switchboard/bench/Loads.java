package dev.switchboard.bench;

import dev.switchboard.bench.client.Companies;
import dev.switchboard.bench.client.HttpConnection;
import dev.switchboard.bench.client.Tenant;
import dev.switchboard.bench.report.Figure;
import dev.switchboard.bench.report.Report;
import dev.switchboard.bench.timing.OpenLoop;
import dev.switchboard.bench.timing.Statistics;
import dev.switchboard.bench.timing.Work;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Loads with a given rate: the steady one, and the list while others try passwords. */
final class Loads {
  private static final int INVITES = 25;
  private static final int READS = 200;
  private static final int SIGN_INS = 3;
  private static final int READS_IN_FLOOD = 50;
  private static final int FLOOD = 30;
  private static final int WORKERS = 32;
  private static final double READ_LIMIT = 300;
  private static final double WRITE_LIMIT = 500;

  private final Sizes sizes;
  private final Report report;
  private final Tenant watched;
  private final Tenant inviting;

  Loads(Companies companies, Sizes sizes, Report report, Tenant watched) throws IOException {
    this.sizes = sizes;
    this.report = report;
    this.watched = watched;
    this.inviting = companies.signUp();
  }

  void measure() throws Exception {
    steady();
    flood();
  }

  private void steady() throws Exception {
    report.say("Steady load");
    try (OpenLoop invites =
            new OpenLoop(
                INVITES,
                sizes.steady(),
                WORKERS,
                worker ->
                    new HttpWork(
                        inviting.gateway(), () -> inviting.invite("Zoë", "Þorsteinsdóttir")));
        OpenLoop reads = new OpenLoop(READS, sizes.steady(), WORKERS, this::page);
        OpenLoop signIns =
            new OpenLoop(
                SIGN_INS,
                sizes.steady(),
                WORKERS,
                worker -> new HttpWork(watched.gateway(), watched::signIn))) {
      tell("steady load: %d invites/s".formatted(INVITES), invites, WRITE_LIMIT);
      tell("steady load: %d pages/s".formatted(READS), reads, READ_LIMIT);
      tell("steady load: %d sign-ins/s".formatted(SIGN_INS), signIns, WRITE_LIMIT);
    }
  }

  private void flood() throws Exception {
    report.say("Pages while " + FLOOD + " connections try passwords");
    double calm = percentile99(sizes.steady().dividedBy(2));
    AtomicBoolean over = new AtomicBoolean();
    Map<Integer, Integer> answers = new TreeMap<>();
    double flooded;
    try (ExecutorService threads = Executors.newFixedThreadPool(FLOOD)) {
      List<Future<Map<Integer, Integer>>> attackers = new ArrayList<>();
      for (int i = 0; i < FLOOD; i++) {
        InetAddress from = InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) (i + 1)});
        attackers.add(threads.submit(() -> attack(from, over)));
      }
      try {
        flooded = percentile99(sizes.steady());
      } finally {
        over.set(true);
      }
      for (Future<Map<Integer, Integer>> attacker : attackers) {
        attacker.get().forEach((status, count) -> answers.merge(status, count, Integer::sum));
      }
    }
    report.add(
        new Figure(
            "page p99 at %d/s while %d connections, each of another address, try passwords"
                .formatted(READS_IN_FLOOD, FLOOD),
            Figure.text("%.1f ms", flooded),
            "without them",
            Figure.text("%.1f ms", calm),
            Figure.text("%.2f", flooded / calm),
            Figure.text("p99 ≤ %.0f ms", READ_LIMIT),
            flooded <= READ_LIMIT ? "met" : "missed"));
    report.note("The sign-in flood was answered with (status=times): " + answers);
  }

  private Map<Integer, Integer> attack(InetAddress from, AtomicBoolean over) throws IOException {
    Map<Integer, Integer> answers = new TreeMap<>();
    try (HttpConnection connection = new HttpConnection(watched.gateway(), from)) {
      while (!over.get()) {
        answers.merge(connection.send(watched.wrongSignIn()), 1, Integer::sum);
      }
    }
    return answers;
  }

  private double percentile99(Duration time) throws Exception {
    try (OpenLoop reads = new OpenLoop(READS_IN_FLOOD, time, WORKERS, this::page)) {
      double[] times = reads.await();
      if (reads.failures() > 0) {
        report.note("Pages that failed: " + reads.failures() + " of " + times.length);
      }
      return Statistics.percentile(99, times);
    }
  }

  private Work page(int worker) {
    return HttpWork.same(watched.gateway(), watched.get("/users?limit=" + Sizes.PAGE));
  }

  private void tell(String work, OpenLoop loop, double limit) throws Exception {
    double[] times = loop.await();
    double p99 = Statistics.percentile(99, times);
    report.add(
        Figure.limit(
            work,
            Figure.text(
                "p50 %.1f ms, p99 %.1f ms, failed %d of %d",
                Statistics.percentile(50, times), p99, loop.failures(), times.length),
            loop.failures() == 0 ? p99 : Double.MAX_VALUE,
            limit));
  }
}
