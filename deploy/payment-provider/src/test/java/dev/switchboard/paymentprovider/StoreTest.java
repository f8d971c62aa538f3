package dev.switchboard.paymentprovider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;

class StoreTest {
  private static final Instant NOW = Instant.parse("2026-11-02T14:00:00Z");

  @TempDir Path folder;

  @Test
  @DisplayName("E7 the state is whole after an end at any byte: a line cut off has not happened")
  void cutOffAnywhere() throws Exception {
    Customer first = Customer.create("cus_1", 1, Map.of("account_id", "a"));
    PaymentIntent intent = PaymentIntent.create("pi_1", 100, "usd", "cus_1", 2, Map.of());
    try (Store store = open(folder)) {
      store.keep(List.of(first));
      store.keep(List.of(intent, Charge.of("ch_1", intent, "pm_1", 3)));
    }
    byte[] whole = Files.readAllBytes(folder.resolve("journal.jsonl"));
    int firstLine = new String(whole, java.nio.charset.StandardCharsets.UTF_8).indexOf('\n') + 1;

    for (int end = firstLine; end < whole.length - 1; end += 7) {
      Path other = Files.createDirectory(folder.resolve("cut-" + end));
      Files.write(other.resolve("journal.jsonl"), java.util.Arrays.copyOf(whole, end));
      try (Store store = open(other)) {
        assertThat(store.find(Customer.class, "cus_1")).contains(first);
        assertThat(store.find(PaymentIntent.class, "pi_1")).isEmpty();
        assertThat(store.all(Charge.class)).isEmpty();
      }
    }
    try (Store store = open(folder)) {
      assertThat(store.find(PaymentIntent.class, "pi_1")).contains(intent);
      assertThat(store.all(Charge.class)).hasSize(1);
    }
  }

  @Test
  @DisplayName("E7 a start leaves out what has been replaced, and goes on")
  void shortens() throws Exception {
    try (Store store = open(folder)) {
      PaymentIntent intent = PaymentIntent.create("pi_1", 100, "usd", "cus_1", 2, Map.of());
      for (int i = 0; i < 10; i++) {
        store.keep(List.of(intent));
      }
      store.keep(List.of(intent.succeeded("pm_1", "ch_1")));
    }
    try (Store store = open(folder)) {
      assertThat(Files.readAllLines(folder.resolve("journal.jsonl"))).hasSize(1);
      store.keep(List.of(Customer.create("cus_2", 1, Map.of())));
    }
    try (Store store = open(folder)) {
      assertThat(store.find(PaymentIntent.class, "pi_1"))
          .hasValueSatisfying(intent -> assertThat(intent.status()).isEqualTo("succeeded"));
      assertThat(store.find(Customer.class, "cus_2")).isPresent();
      assertThat(store.find(Customer.class, "pi_1")).as("of another kind").isEmpty();
    }
  }

  @Test
  @DisplayName("E7 a journal that is broken in its middle is not read as if nothing were missing")
  void brokenInTheMiddle() throws Exception {
    try (Store store = open(folder)) {
      store.keep(List.of(Customer.create("cus_1", 1, Map.of())));
    }
    Path journal = folder.resolve("journal.jsonl");
    Files.writeString(journal, "[{\"id\":\n[]\n", StandardOpenOption.APPEND);

    assertThatThrownBy(() -> open(folder)).isInstanceOf(JacksonException.class);
  }

  private static Store open(Path folder) {
    return new Store(folder, () -> NOW);
  }
}
