package dev.switchboard.user.support;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.tenancy.TenancyAutoConfiguration;
import dev.switchboard.platform.time.TimeAutoConfiguration;
import dev.switchboard.user.credential.PasswordHasher;
import dev.switchboard.user.credential.PasswordPolicy;
import dev.switchboard.user.user.Email;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The command {@code --support-user=<e-mail> --name=<name>} of the service's program (I1): reads a
 * password from the standard input, stores the support user, and ends. It needs the database as the
 * service's role and nothing else; it serves nothing.
 */
public final class SupportUserCommand {
  private static final String OPTION = "--support-user=";
  private static final String NAME = "--name=";
  private static final int LONGEST_NAME = 100;

  private final Supplier<@Nullable String> password;
  private final PrintStream output;
  private final PrintStream errors;

  SupportUserCommand(Supplier<@Nullable String> password, PrintStream output, PrintStream errors) {
    this.password = password;
    this.output = output;
    this.errors = errors;
  }

  /** Only the parts of the service that this needs; not found by a scan of components. */
  @ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TenancyAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    TimeAutoConfiguration.class
  })
  @ConfigurationPropertiesScan(basePackageClasses = PasswordHasher.class)
  @Import({PasswordHasher.class, PasswordPolicy.class, SupportUsers.class, AddSupportUser.class})
  static class Parts {}

  /** Whether the program was started for this command. */
  public static boolean isMeant(String[] arguments) {
    return value(arguments, OPTION).isPresent();
  }

  /** Runs the command and returns the exit code of the program. */
  public static int run(String[] arguments) {
    return new SupportUserCommand(SupportUserCommand::readPassword, System.out, System.err)
        .execute(arguments);
  }

  int execute(String[] arguments) {
    String address = value(arguments, OPTION).orElseThrow();
    Optional<Email> email = Email.parse(address);
    String name = value(arguments, NAME).orElse("").strip();
    if (email.isEmpty()) {
      return refuse("This is not an e-mail address: " + address);
    }
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return refuse("Say who it is with --name=<name>, at most " + LONGEST_NAME + " characters.");
    }
    String typedPassword = password.get();
    if (typedPassword == null) {
      return refuse("The password is read from the standard input, and there is none.");
    }
    try (ConfigurableApplicationContext parts = parts(arguments)) {
      parts
          .getBean(AddSupportUser.class)
          .add(new AddSupportUser.Command(email.get(), name, typedPassword));
    } catch (ProblemException refused) {
      return refuse(refused.detail());
    } catch (DataAccessException | TransactionException failure) {
      return refuse(
          "The database can't be used. Has the service been started once? "
              + failure.getMostSpecificCause().getMessage());
    }
    output.println(email.get() + " can sign in as support.");
    return 0;
  }

  private static ConfigurableApplicationContext parts(String[] arguments) {
    return new SpringApplicationBuilder(Parts.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .properties(Map.of("logging.level.root", "WARN"))
        .run(arguments);
  }

  /** Without showing it where somebody types it; else the first line. */
  private static @Nullable String readPassword() {
    Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (terminal.isEmpty()) {
      return firstLine(System.in);
    }
    char[] typed = terminal.get().readPassword("Password: ");
    return typed == null ? null : new String(typed);
  }

  static @Nullable String firstLine(InputStream input) {
    try {
      return new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)).readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int refuse(String why) {
    errors.println(why);
    return 1;
  }

  private static Optional<String> value(String[] arguments, String option) {
    return Arrays.stream(arguments)
        .filter(argument -> argument.startsWith(option))
        .map(argument -> argument.substring(option.length()))
        .findFirst();
  }
}
