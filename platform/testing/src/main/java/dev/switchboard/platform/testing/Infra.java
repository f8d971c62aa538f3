package dev.switchboard.platform.testing;

import org.testcontainers.DockerClientFactory;

/**
 * Where tests get their servers: containers when a Docker engine answers, else embedded ones.
 * Choose with {@code -Dinfra=containers|embedded}. Tests can't tell.
 */
final class Infra {
  private static final boolean CONTAINERS =
      switch (System.getProperty("infra", "auto")) {
        case "containers" -> true;
        case "embedded" -> false;
        default -> DockerClientFactory.instance().isDockerAvailable();
      };

  private Infra() {}

  static boolean containers() {
    return CONTAINERS;
  }
}
