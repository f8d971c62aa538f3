package dev.switchboard.user.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.DatabaseSearch;
import dev.switchboard.user.testing.UserServiceTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** I1: the operator's command; beside the running service, with nothing but its database. */
class SupportUserCommandTest extends UserServiceTest {
  private static final String LOGGING = "org.springframework.boot.logging.LoggingSystem";
  private static final String PASSWORD = "a lamp in every window";

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  /** Or the command, being a program of its own, would set the levels of this one's loggers. */
  @BeforeAll
  static void keepLogging() {
    System.setProperty(LOGGING, "none");
  }

  @AfterAll
  static void forgetLogging() {
    System.clearProperty(LOGGING);
  }

  @Test
  @DisplayName("I1 the command stores a support user, who then can sign in")
  void adds() {
    String email = Company.newEmail("new.support");

    assertThat(execute(PASSWORD, "--support-user=" + email, "--name=Noor Haddad")).isZero();

    assertThat(text(output)).isEqualToIgnoringNewLines(email + " can sign in as support.\n");
    MockHttpServletResponse signedIn = signInSupport(email, PASSWORD);
    assertThat(signedIn.getStatus()).isEqualTo(200);
    assertThat(body(signedIn).at("/user/name").asString()).isEqualTo("Noor Haddad");
    assertThat(DatabaseSearch.tablesWith(database(), PASSWORD)).isEmpty();
    assertThat(text(output) + text(errors)).doesNotContain(PASSWORD);
  }

  @Test
  @DisplayName("I1 the same address again: new name and password, and the sessions are over")
  void renews() {
    String email = Company.newEmail("again.support");
    execute(PASSWORD, "--support-user=" + email, "--name=Noor Haddad");
    String secret = sessionSecret(signInSupport(email, PASSWORD));

    assertThat(execute("seven grey geese", "--support-user=" + email, "--name=Noor H")).isZero();

    assertThat(post("/internal/token-exchange", Map.of("session", secret)).getStatus())
        .isEqualTo(401);
    assertThat(signInSupport(email, PASSWORD).getStatus()).isEqualTo(401);
    assertThat(body(signInSupport(email, "seven grey geese")).at("/user/name").asString())
        .isEqualTo("Noor H");
  }

  @ParameterizedTest
  @DisplayName("I1 what is wrong is told in one line, and nothing is stored")
  @CsvSource({
    "no-address, --name=Noor, a lamp in every window, not an e-mail address",
    "EMAIL, --name=, a lamp in every window, --name",
    "EMAIL, --other=x, a lamp in every window, --name",
    "EMAIL, --name=Noor, short, at least 12 characters",
    "EMAIL, --name=Noor, 123456789012, tried first",
    "EMAIL, --name=Noor Haddad, Noor Haddad 12, your name",
    "EMAIL, --name=Noor, , standard input",
  })
  void refuses(String address, String name, @Nullable String password, String why) {
    String email = address.replace("EMAIL", Company.newEmail("refused"));

    assertThat(execute(password, "--support-user=" + email, name)).isEqualTo(1);

    assertThat(text(errors)).contains(why).hasLineCount(1);
    assertThat(DatabaseSearch.tablesWith(database(), email)).isEmpty();
  }

  @Test
  @DisplayName("I1 a database that can't be used is told, and the program ends")
  void databaseDown() {
    SupportUserCommand command = command(PASSWORD);

    int exit =
        command.execute(
            new String[] {
              "--support-user=" + Company.newEmail("down"),
              "--name=Noor",
              "--DATABASE_URL=jdbc:postgresql://localhost:1/none",
              "--DATABASE_USER=x",
              "--DATABASE_PASSWORD=x"
            });

    assertThat(exit).isEqualTo(1);
    assertThat(text(errors)).contains("The database can't be used");
  }

  @Test
  @DisplayName("I1 only this option makes the program a command; the password is the first line")
  void isMeant() {
    assertThat(SupportUserCommand.isMeant(new String[] {"--support-user=a@b.example"})).isTrue();
    assertThat(SupportUserCommand.isMeant(new String[] {})).isFalse();
    assertThat(SupportUserCommand.isMeant(new String[] {"--server.port=1"})).isFalse();
    assertThat(
            SupportUserCommand.firstLine(
                new ByteArrayInputStream("für dich \nx".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("für dich ");
    assertThat(SupportUserCommand.firstLine(new ByteArrayInputStream(new byte[0]))).isNull();
  }

  private int execute(@Nullable String password, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    for (String name : List.of("DATABASE_URL", "DATABASE_USER", "DATABASE_PASSWORD")) {
      all.add("--" + name + "=" + environment(name));
    }
    return command(password).execute(all.toArray(String[]::new));
  }

  private SupportUserCommand command(@Nullable String password) {
    return new SupportUserCommand(
        () -> password,
        new PrintStream(output, true, StandardCharsets.UTF_8),
        new PrintStream(errors, true, StandardCharsets.UTF_8));
  }

  private MockHttpServletResponse signInSupport(String email, String password) {
    return post("/api/v1/support/session", Map.of("email", email, "password", password));
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
