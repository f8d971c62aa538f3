package dev.switchboard.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.e2e.RunningSuite;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The short fault run of every build; the long one is the program {@code fault-run}. */
class FaultRunTest {
  private static final long SEED = 20_261;

  @Test
  @Timeout(1200)
  @DisplayName(
      "I1–I12 hold after kill -9 of user-service, Kafka and notification-service under load")
  void nothingIsLostOrDoubled() throws Exception {
    FaultRun.Result result =
        new FaultRun(RunningSuite.get(), SEED, System.out::println)
            .run(
                Duration.ofSeconds(20),
                5,
                List.of(
                    Fault.kill(Duration.ofSeconds(2), "user-service"),
                    Fault.kill(Duration.ofSeconds(6), "kafka"),
                    Fault.kill(Duration.ofSeconds(6), "notification-service")));
    System.out.println(result.answers());

    assertThat(result.complaints()).isEmpty();
    assertThat(result.invited()).isGreaterThan(50);
  }

  @Test
  @DisplayName("a seed gives the same faults again, and each process is killed")
  void seed() {
    List<String> processes = List.of("postgres", "kafka", "gateway", "user-service");
    List<Fault> faults = Fault.plan(processes, Duration.ofMinutes(1), new Random(7));

    assertThat(Fault.plan(processes, Duration.ofMinutes(1), new Random(7))).isEqualTo(faults);
    assertThat(Fault.plan(processes, Duration.ofMinutes(1), new Random(8))).isNotEqualTo(faults);
    assertThat(faults).filteredOn(Fault::isKill).extracting(Fault::process).containsAll(processes);
  }
}
