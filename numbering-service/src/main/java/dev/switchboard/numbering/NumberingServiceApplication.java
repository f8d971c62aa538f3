package dev.switchboard.numbering;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Phone numbers, and the line of each user: direct numbers, extension, conference bridge. */
@SpringBootApplication
public class NumberingServiceApplication {

  public static void main(String[] args) {
    SpringApplication.run(NumberingServiceApplication.class, args);
  }
}
