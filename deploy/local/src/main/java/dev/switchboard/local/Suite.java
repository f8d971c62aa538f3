package dev.switchboard.local;

import dev.switchboard.local.mail.MailSink;
import dev.switchboard.local.process.ManagedProcess;
import dev.switchboard.local.process.PidFile;
import dev.switchboard.paymentprovider.PaymentProviderServer;
import dev.switchboard.paymentprovider.ProviderSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The running suite: what the launcher starts, and what journeys and benchmarks work against. */
public final class Suite implements AutoCloseable {
  private final Path project;
  private final Ports ports;
  private final DataFolder folder;
  private final Postgres postgres;
  private final Kafka kafka;
  private final MailSink mailSink;
  private final PaymentProviderServer paymentProvider;
  private final Services services;
  private final Readiness readiness;
  private boolean closed;

  private Suite(
      Path project,
      Ports ports,
      DataFolder folder,
      Postgres postgres,
      Kafka kafka,
      MailSink mailSink,
      PaymentProviderServer paymentProvider,
      Services services) {
    this.project = project;
    this.ports = ports;
    this.folder = folder;
    this.postgres = postgres;
    this.kafka = kafka;
    this.mailSink = mailSink;
    this.paymentProvider = paymentProvider;
    this.services = services;
    this.readiness = new Readiness(ports);
  }

  /**
   * Starts everything and waits until it is ready. Ends what an earlier launcher that was killed
   * has left running.
   *
   * @throws UsageException when it can't be started, with a line for the user
   */
  public static Suite start(Options options, Progress progress) {
    Ports ports = new Ports(options.port(), options.mailPort(), options.paymentPort());
    DataFolder folder = DataFolder.open(options.data());
    PidFile.endLeftovers(folder.folder("run"));
    ports.requireFree();
    Suite suite = assemble(options, ports, folder);
    Thread end = new Thread(suite::close, "end");
    Runtime.getRuntime().addShutdownHook(end);
    try {
      progress.say("PostgreSQL and Kafka are starting");
      suite.startServers();
      progress.say("PostgreSQL and Kafka are ready; the services are starting");
      suite.services.start();
      suite.readiness.await(
          suite.services.processes(), service -> progress.say(service + " is ready"));
      suite.readiness.awaitFirstPrices();
      return suite;
    } catch (RuntimeException e) {
      suite.close();
      throw e;
    }
  }

  private static Suite assemble(Options options, Ports ports, DataFolder folder) {
    try {
      Postgres postgres = new Postgres(folder, ports.postgres());
      Kafka kafka = new Kafka(folder, ports.kafka(), ports.kafkaController());
      MailSink mailSink = new MailSink(folder.folder("mails"), ports.smtp(), ports.mailPage());
      return new Suite(
          options.project(),
          ports,
          folder,
          postgres,
          kafka,
          mailSink,
          PaymentProviderServer.start(paymentSettings(folder, ports)),
          new Services(options, folder, ports, postgres, kafka));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The provider is told where the gateway is: it calls like any other company. */
  private static ProviderSettings paymentSettings(DataFolder folder, Ports ports) {
    return ProviderSettings.of(
        ports.paymentProvider(),
        folder.folder("payments"),
        folder.secret("payment-key"),
        folder.secret("payment-webhook-secret"),
        URI.create("http://localhost:" + ports.gateway() + "/api/v1/payment-provider/events"));
  }

  /** Both at once: each takes some seconds. */
  private void startServers() {
    Thread broker =
        Thread.ofPlatform().name("start-kafka").unstarted(() -> kafka.start(Topics.ofContracts()));
    List<Throwable> failures = new ArrayList<>();
    broker.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
    broker.start();
    postgres.start();
    try {
      broker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    if (!failures.isEmpty()) {
      throw new IllegalStateException("Kafka does not start", failures.getFirst());
    }
  }

  /** Address of console and API, without a slash at its end. */
  public String baseUrl() {
    return "http://localhost:" + ports.gateway();
  }

  /** Address of the page with the mails. */
  public String mailUrl() {
    return "http://localhost:" + ports.mailPage();
  }

  /** The payment provider for development: who asks what money was taken, or enters cards. */
  public PaymentProviderServer paymentProvider() {
    return paymentProvider;
  }

  /** A service's own port, past the gateway. */
  public URI serviceUrl(String service) {
    return URI.create("http://localhost:" + ports.of(service));
  }

  /** Where a service tells its health and metrics and takes the operator's commands. */
  public URI managementUrl(String service) {
    return URI.create("http://localhost:" + ports.management(service));
  }

  /** A secret of this suite, such as {@code link-key}. */
  public String secret(String name) {
    return folder.secret(name);
  }

  /** A process: a service by its name, {@code postgres} or {@code kafka}. */
  public ManagedProcess process(String name) {
    ManagedProcess process = processes().get(name);
    if (process == null) {
      throw new IllegalArgumentException("no process " + name);
    }
    return process;
  }

  /** All processes by their names. */
  public Map<String, ManagedProcess> processes() {
    Map<String, ManagedProcess> all = new LinkedHashMap<>();
    all.put("postgres", postgres.process());
    all.put("kafka", kafka.process());
    all.putAll(services.processes());
    return all;
  }

  /**
   * One more instance of a service, for tests of many at once; who asks for it starts and stops it.
   *
   * @param instance its number, from 1
   * @param port its own; its management port is the next one
   */
  public ManagedProcess another(String service, int instance, int port) {
    return another(service, instance, port, Map.of());
  }

  /**
   * The same with an environment that differs from the first one's.
   *
   * @param environment what is another in it
   */
  public ManagedProcess another(
      String service, int instance, int port, Map<String, String> environment) {
    return another(project, service, instance, port, environment);
  }

  /**
   * The same of another version.
   *
   * @param itsProject the folder of the repository where that was built
   */
  public ManagedProcess another(
      Path itsProject, String service, int instance, int port, Map<String, String> environment) {
    Map<String, String> its = new LinkedHashMap<>(environment);
    its.put("SERVER_PORT", Integer.toString(port));
    its.put("MANAGEMENT_SERVER_PORT", Integer.toString(port + 1));
    its.put("DATABASE_POOL", "6");
    return services.another(itsProject, service, instance, its);
  }

  /** Brings the databases to the version that was built in this folder of a repository. */
  public void migrate(Path itsProject) {
    services.migrate(itsProject);
  }

  /** The folder of what all processes say. */
  public Path logs() {
    return folder.folder("logs");
  }

  /** The database server, for auditors. */
  public Postgres postgres() {
    return postgres;
  }

  /** The broker. */
  public Kafka kafka() {
    return kafka;
  }

  /** Waits until all services are ready again. */
  public void awaitReady() {
    readiness.await(services.processes(), service -> {});
  }

  /** Makes the caches that let the next start be quicker. */
  void trainAot() {
    services.train();
  }

  /** Ends everything in order; the data stays. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    List<Thread> stops = new ArrayList<>();
    services
        .processes()
        .values()
        .forEach(process -> stops.add(Thread.ofPlatform().start(process::stop)));
    try {
      for (Thread stop : stops) {
        stop.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kafka.process().stop();
    postgres.process().stop();
    mailSink.close();
    paymentProvider.close();
    try {
      folder.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
