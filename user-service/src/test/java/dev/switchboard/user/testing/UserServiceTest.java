package dev.switchboard.user.testing;

import static dev.switchboard.user.testing.Company.read;

import dev.switchboard.platform.testing.ServiceTest;
import dev.switchboard.platform.testing.TestClock;
import dev.switchboard.platform.testing.TestTokens;
import dev.switchboard.platform.testing.TestTopics;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every integration test of this service has at hand. */
@ServiceTest
public abstract class UserServiceTest {
  @Autowired protected MockMvc http;
  @Autowired protected TestTokens tokens;
  @Autowired protected TestTopics topics;
  @Autowired protected TestClock clock;
  @Autowired protected JsonMapper json;
  @Autowired private Environment environment;

  protected Company.Maker companies;

  @BeforeEach
  void makeCompanies() {
    companies = new Company.Maker(http, tokens, json, topics);
  }

  /** The database with all its rows, past row-level security. */
  protected JdbcClient database() {
    String superuserUrl = environment.getRequiredProperty("test.database.superuser-url");
    String name = environment.getRequiredProperty("DATABASE_USER");
    String url = superuserUrl.replaceFirst("/[^/]*$", "/" + name);
    return JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));
  }

  protected MockHttpServletResponse post(String path, Object body) {
    return Company.send(http, MockMvcRequestBuilders.post(path), json, body);
  }

  protected JsonNode body(MockHttpServletResponse answer) {
    return json.readTree(read(answer));
  }

  protected String code(MockHttpServletResponse answer) {
    return body(answer).path("code").asString();
  }

  /** Waits up to 15 s. */
  protected static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("did not come true: " + what);
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** Plays notification-service: opens the sealed link of the user's latest mail. */
  protected String linkSecret(UUID userId, int mails) {
    await(
        "mail " + mails + " of " + userId,
        () -> topics.all("notification.commands.v1", userId.toString()).size() >= mails);
    JsonNode command =
        topics.all("notification.commands.v1", userId.toString()).get(mails - 1).data();
    return new dev.switchboard.platform.crypto.Seal(
            environment.getRequiredProperty("SWITCHBOARD_LINK_KEY"))
        .open(command.path("sealedToken").asString());
  }
}
