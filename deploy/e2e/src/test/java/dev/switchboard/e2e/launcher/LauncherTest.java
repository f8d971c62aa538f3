package dev.switchboard.e2e.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.SuiteFolder;
import dev.switchboard.e2e.client.Await;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.FreePorts;
import dev.switchboard.local.client.Client;
import dev.switchboard.local.client.Mailbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The launcher as a person at a terminal knows it; {@code deploy/e2e/outages} runs it. */
@Tag("long")
class LauncherTest {
  private static final Path FOLDER = Path.of("target/launcher");
  private static final Duration START = Duration.ofMinutes(4);

  private final int port = FreePorts.base();
  private final List<String> options =
      List.of(
          "--port",
          "" + port,
          "--mail-port",
          "" + (port + 24),
          "--payment-port",
          "" + (port + 25),
          "--data",
          FOLDER + "/data");
  private List<ProcessHandle> started = List.of();

  @AfterEach
  void end() {
    started.forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  @DisplayName(
      "kill -9 of everything loses nothing, a second start keeps the data, SIGINT ends all")
  void killedAndStartedAgain() throws Exception {
    SuiteFolder.emptied(FOLDER);
    Process first = start("first");
    awaitReady("first");
    Client demo = new Client(baseUrl());
    demo.signIn("admin@demo.example", "switchboard-demo").expect(200);
    assertThat(demo.get("/users").expect(200).body().path("total").asInt()).isEqualTo(12);
    Company company = Company.signUp(baseUrl(), 2, 0, 0);
    String email = Company.newEmail("survivor");
    company.invite(email, "BASIC", false).expect(201);

    killAll(first);
    Process second = start("second");
    awaitReady("second");
    company.admin().get("/users").expect(200); // the session lives on
    new Mailbox("http://localhost:" + (port + 24)).await(email, 1, Duration.ofSeconds(30));
    Await.until(
        "the row is complete",
        Duration.ofSeconds(30),
        () -> company.row(email).path("extension").asString().equals("102"));

    Process third = start("third");
    assertThat(third.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(third.exitValue()).isEqualTo(1);
    assertThat(output("third"))
        .startsWith("Another Switchboard is running with the data in ")
        .hasLineCount(1);

    started = withDescendants(second);
    new ProcessBuilder("kill", "-INT", Long.toString(second.pid())).start().waitFor();
    assertThat(second.waitFor(60, TimeUnit.SECONDS)).as("ends after SIGINT").isTrue();
    assertThat(started).filteredOn(ProcessHandle::isAlive).isEmpty();
  }

  private String baseUrl() {
    return "http://localhost:" + port;
  }

  private Process start(String name) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "env", // as deploy/local/up does: the tests may run where SIGINT is ignored
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.switchboard.local.Launcher",
                "../.."));
    command.addAll(options);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(FOLDER.resolve(name).toFile())
        .start();
  }

  private void awaitReady(String name) throws Exception {
    Await.until(
        "the " + name + " start is ready",
        START,
        () -> output(name).contains("Switchboard is ready at " + baseUrl() + "\n"));
  }

  private static String output(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name));
  }

  private void killAll(Process launcher) throws Exception {
    started = withDescendants(launcher);
    started.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle each : started) {
      each.onExit().get(10, TimeUnit.SECONDS);
    }
  }

  private static List<ProcessHandle> withDescendants(Process launcher) {
    return Stream.concat(Stream.of(launcher.toHandle()), launcher.descendants()).toList();
  }
}
