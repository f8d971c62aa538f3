package dev.switchboard.user;

import dev.switchboard.user.support.SupportUserCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Accounts, users, invitations, credentials, sessions, and the console's list of users. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class UserServiceApplication {

  public static void main(String[] args) {
    if (SupportUserCommand.isMeant(args)) {
      System.exit(SupportUserCommand.run(args));
    }
    SpringApplication.run(UserServiceApplication.class, args);
  }
}
