package dev.switchboard.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {
  @TempDir Path folder;
  private ManagedProcess process;

  @BeforeEach
  void prepare() {
    process = create("true");
  }

  @AfterEach
  void end() {
    process.stop();
  }

  @Test
  void afterSigkillItIsStartedAgain() throws Exception {
    run("sleep", "600");
    long first = pid();
    process.kill9();
    await(() -> process.starts() == 2 && process.isAlive());
    assertThat(pid()).isNotEqualTo(first);
    assertThat(ProcessHandle.of(first)).isEmpty();
  }

  @Test
  void afterStopItStaysDown() throws Exception {
    run("sleep", "600");
    long pid = pid();
    process.stop();
    assertThat(ProcessHandle.of(pid)).isEmpty();
    assertThat(folder.resolve("test.pid")).doesNotExist();
    Thread.sleep(Duration.ofMillis(600)); // longer than the first pause before a restart
    assertThat(process.starts()).isEqualTo(1);
  }

  @Test
  void outputOfAllRunsIsInTheLog() throws Exception {
    run("sh", "-c", "echo hello; exec sleep 600");
    await(() -> log().contains("hello"));
    process.kill9();
    await(() -> log().split("hello", -1).length == 3);
  }

  @Test
  void leftoversOfAKilledLauncherAreEnded() throws Exception {
    Process leftover = new ProcessBuilder("sleep", "600").start();
    Process other = new ProcessBuilder("sleep", "600").start();
    try {
      new PidFile(folder.resolve("leftover.pid")).write(leftover.toHandle());
      Files.writeString(folder.resolve("reused.pid"), other.pid() + " 2001-01-01T00:00:00Z");
      Files.writeString(folder.resolve("broken.pid"), "not a number");
      PidFile.endLeftovers(folder);
      assertThat(leftover.waitFor(1, TimeUnit.SECONDS)).isTrue();
      assertThat(other.isAlive()).as("a stranger with a reused id lives on").isTrue();
    } finally {
      leftover.destroyForcibly();
      other.destroyForcibly();
    }
  }

  private void run(String... command) {
    process = create(command);
    process.start();
  }

  private ManagedProcess create(String... command) {
    return new ManagedProcess("test", List.of(command), Map.of(), folder, folder, () -> {});
  }

  private long pid() throws IOException {
    return Long.parseLong(Files.readString(folder.resolve("test.pid")).split(" ")[0]);
  }

  private String log() {
    try {
      return Files.readString(process.log());
    } catch (IOException notYet) {
      return "";
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      Thread.sleep(Duration.ofMillis(20));
    }
  }
}
