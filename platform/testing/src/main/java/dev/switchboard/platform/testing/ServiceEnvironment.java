package dev.switchboard.platform.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives a test context the environment that a service has in production: a database of its own, the
 * broker, keys. Use it through {@link ServiceTest}.
 */
public final class ServiceEnvironment
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestDatabase database = TestPostgres.newDatabase();
    Map<String, Object> environment = new LinkedHashMap<>();
    environment.put("DATABASE_URL", database.url());
    environment.put("DATABASE_USER", database.user());
    environment.put("DATABASE_PASSWORD", database.password());
    environment.put("DATABASE_OWNER_USER", database.ownerUser());
    environment.put("DATABASE_OWNER_PASSWORD", database.password());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", TestKafka.bootstrapServers());
    environment.put("MANAGEMENT_SERVER_PORT", "0");
    environment.put("SERVER_PORT", "0");
    environment.put("SWITCHBOARD_MASTER_KEY", "bWFzdGVyLWtleS1mb3ItdGVzdHMtMzItYnl0ZXMhISE=");
    environment.put("SWITCHBOARD_LINK_KEY", "bGluay1rZXktZm9yLXRlc3RzLW9ubHktMzItYnl0ZXM=");
    environment.put("SWITCHBOARD_PUBLIC_URL", "http://localhost:8080");
    environment.put("STRIPE_BASE_URL", "http://localhost:1"); // nobody: tests that pay say where
    environment.put("STRIPE_SECRET_KEY", "sk_test_key-for-tests-only");
    environment.put("STRIPE_WEBHOOK_SECRET", "whsec_secret-for-tests-only");
    environment.put("SMTP_HOST", "localhost");
    environment.put("SMTP_PORT", Integer.toString(TestSmtp.port()));
    environment.put("MAIL_FROM", "Switchboard <no-reply@switchboard.example>");
    environment.put("spring.profiles.active", "local");
    environment.put("test.database.superuser-url", database.superuserUrl());
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("service-environment", environment));
    context.getEnvironment().setActiveProfiles("local");
  }
}
