package dev.switchboard.platform.migration;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;

/**
 * Brings the database of the service on whose class path it is up to date, and ends: with 0, or
 * with 1 and the reason in the log. It needs the database's address, the owner's password and the
 * name of the service's role, and none of the service's own secrets.
 */
public final class Migrate {

  private Migrate() {}

  /** Arguments win over the environment, as in the service itself. */
  public static void main(String[] args) {
    new SpringApplicationBuilder(OnlyFlyway.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .run(args)
        .close();
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @ImportAutoConfiguration(FlywayAutoConfiguration.class)
  static class OnlyFlyway {}
}
