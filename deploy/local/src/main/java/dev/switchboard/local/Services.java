package dev.switchboard.local;

import dev.switchboard.local.process.ManagedProcess;
import dev.switchboard.local.process.ServiceJar;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The five services with the environment that each has in production. */
final class Services {
  private static final String MIGRATION = "dev.switchboard.platform.migration.Migrate";

  private final Options options;
  private final DataFolder folder;
  private final Ports ports;
  private final Postgres postgres;
  private final Kafka kafka;
  private final Map<String, ManagedProcess> processes = new LinkedHashMap<>();
  private final Map<String, ServiceJar> jars = new LinkedHashMap<>();

  Services(Options options, DataFolder folder, Ports ports, Postgres postgres, Kafka kafka) {
    this.options = options;
    this.folder = folder;
    this.ports = ports;
    this.postgres = postgres;
    this.kafka = kafka;
  }

  /** Starts all of them at once. */
  void start() {
    for (String service : Ports.SERVICES) {
      ServiceJar jar = jar(options.project(), service);
      jars.put(service, jar);
      processes.put(
          service,
          new ManagedProcess(
              service,
              jar.command(),
              environment(service),
              folder.folder("logs"),
              folder.folder("run"),
              () -> {}));
    }
    processes.values().forEach(ManagedProcess::start);
  }

  /** All processes by their names. */
  Map<String, ManagedProcess> processes() {
    return processes;
  }

  /**
   * One more instance of a service, which is not started yet.
   *
   * @param project the repository whose jar it runs, of this version or another
   * @param instance its number, from 1
   * @param environment what is another than for the first one, such as its ports
   */
  ManagedProcess another(
      Path project, String service, int instance, Map<String, String> environment) {
    Map<String, String> its = environment(service);
    its.put("SWITCHBOARD_INSTANCE", Integer.toString(instance));
    its.putAll(environment);
    return new ManagedProcess(
        service + "-" + instance,
        jar(project, service).command(),
        its,
        folder.folder("logs"),
        folder.folder("run"),
        () -> {});
  }

  /** Brings the databases to another version, as its job does it in Kubernetes. */
  void migrate(Path project) {
    for (String service : Ports.SERVICES) {
      if (!service.equals("gateway")) {
        jar(project, service)
            .run(
                MIGRATION,
                environment(service),
                folder.folder("logs").resolve(service + "-migration.log"));
      }
    }
  }

  /** Jars of another version are kept apart: for those of one folder there is only one version. */
  private ServiceJar jar(Path project, String service) {
    boolean other =
        !project
            .toAbsolutePath()
            .normalize()
            .equals(options.project().toAbsolutePath().normalize());
    return ServiceJar.unpack(
        service,
        project.resolve(service),
        folder.folder(other ? "programs/other-version" : "programs"));
  }

  /** Makes the caches for quicker starts, one after the other. */
  void train() {
    jars.forEach((service, jar) -> jar.train(environment(service)));
  }

  private Map<String, String> environment(String service) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("SPRING_PROFILES_ACTIVE", "local");
    environment.put("SERVER_PORT", Integer.toString(ports.of(service)));
    environment.put("SERVER_ADDRESS", "localhost");
    environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.management(service)));
    environment.put("MANAGEMENT_SERVER_ADDRESS", "localhost");
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    environment.put("SWITCHBOARD_INSTANCE", "0");
    environment.put("SWITCHBOARD_PUBLIC_URL", "http://localhost:" + ports.gateway());
    environment.putAll(options.environment());
    if (service.equals("gateway")) {
      for (String target : Ports.SERVICES) {
        environment.put(
            target.toUpperCase(Locale.ROOT).replace('-', '_') + "_URL",
            "http://localhost:" + ports.of(target));
      }
      return environment;
    }
    String database = service.replace('-', '_');
    environment.put("DATABASE_URL", postgres.url(database));
    environment.put("DATABASE_USER", database);
    environment.put("DATABASE_PASSWORD", postgres.servicePassword());
    environment.put("DATABASE_OWNER_USER", database + "_owner");
    environment.put("DATABASE_OWNER_PASSWORD", postgres.servicePassword());
    environment.put(
        "SWITCHBOARD_JWKS_URI",
        "http://localhost:" + ports.of("user-service") + "/.well-known/jwks.json");
    switch (service) {
      case "user-service" -> {
        environment.put("SWITCHBOARD_MASTER_KEY", folder.secret("master-key"));
        environment.put("SWITCHBOARD_LINK_KEY", folder.secret("link-key"));
      }
      case "billing-service" -> {
        environment.put("STRIPE_BASE_URL", "http://localhost:" + ports.paymentProvider());
        environment.put("STRIPE_SECRET_KEY", folder.secret("payment-key"));
        environment.put("STRIPE_WEBHOOK_SECRET", folder.secret("payment-webhook-secret"));
      }
      case "notification-service" -> {
        environment.put("SWITCHBOARD_LINK_KEY", folder.secret("link-key"));
        environment.put("SMTP_HOST", "localhost");
        environment.put("SMTP_PORT", Integer.toString(ports.smtp()));
        environment.put("MAIL_FROM", "Switchboard <no-reply@switchboard.example>");
      }
      default -> {}
    }
    return environment;
  }
}
