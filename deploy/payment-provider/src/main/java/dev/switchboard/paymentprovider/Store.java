package dev.switchboard.paymentprovider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * All state: in memory, and as a journal in a file. What is kept together is one line of it, which
 * is on the disk before it is seen; a line that was cut off at the end has not happened. Whoever
 * reads and then keeps holds the store's monitor in between.
 */
final class Store implements AutoCloseable {
  /** So long an idempotency key counts; the interface promises no more. */
  static final Duration ANSWERS_KEPT = Duration.ofHours(24);

  private static final Map<String, Class<? extends Stored>> KINDS =
      Map.of(
          Charge.OBJECT, Charge.class,
          CheckoutSession.OBJECT, CheckoutSession.class,
          Customer.OBJECT, Customer.class,
          Event.OBJECT, Event.class,
          PaymentIntent.OBJECT, PaymentIntent.class,
          PaymentMethod.OBJECT, PaymentMethod.class,
          SetupIntent.OBJECT, SetupIntent.class,
          StoredAnswer.OBJECT, StoredAnswer.class);

  private final Map<String, Stored> all = new LinkedHashMap<>();
  private final InstantSource clock;
  private final FileChannel journal;

  /** Reads what is there, and writes it anew without what has been replaced. */
  Store(Path folder, InstantSource clock) {
    this.clock = clock;
    Path file = folder.resolve("journal.jsonl");
    try {
      Files.createDirectories(folder);
      if (Files.exists(file)) {
        read(Files.readAllLines(file));
      }
      Path shorter = folder.resolve("journal.new");
      try (FileChannel channel = open(shorter)) {
        for (Stored each : all.values()) {
          write(channel, List.of(each));
        }
        channel.force(true);
      }
      Files.move(shorter, file, StandardCopyOption.ATOMIC_MOVE);
      journal = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The thing with this id, when it is of this kind. */
  synchronized <T extends Stored> Optional<T> find(Class<T> kind, String id) {
    return Optional.ofNullable(all.get(id)).filter(kind::isInstance).map(kind::cast);
  }

  /** The first answer to this key, as long as it counts. */
  synchronized Optional<StoredAnswer> answer(String key) {
    return find(StoredAnswer.class, StoredAnswer.idOf(key)).filter(this::counts);
  }

  /** All of a kind, the oldest first. */
  synchronized <T extends Stored> List<T> all(Class<T> kind) {
    return all.values().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Keeps all of them or none. */
  synchronized void keep(List<Stored> changes) {
    if (changes.isEmpty()) {
      return;
    }
    try {
      write(journal, changes);
      journal.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    changes.forEach(each -> all.put(each.id(), each));
  }

  /** Seconds since 1970. */
  long now() {
    return clock.instant().getEpochSecond();
  }

  @Override
  public synchronized void close() {
    try {
      journal.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      JsonNode line;
      try {
        line = Json.MAPPER.readTree(lines.get(i));
      } catch (JacksonException cutOff) {
        if (i == lines.size() - 1) {
          return;
        }
        throw cutOff;
      }
      line.values().stream()
          .map(Store::restore)
          .filter(this::counts)
          .forEach(each -> all.put(each.id(), each));
    }
  }

  private static Stored restore(JsonNode node) {
    String kind = node.path("object").asString();
    Class<? extends Stored> type = KINDS.get(kind);
    if (type == null) {
      throw new IllegalStateException("the journal has an unknown kind: " + kind);
    }
    return Json.MAPPER.treeToValue(node, type);
  }

  private boolean counts(Stored each) {
    return !(each instanceof StoredAnswer answer)
        || now() < answer.created() + ANSWERS_KEPT.toSeconds();
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }

  private static void write(FileChannel channel, List<Stored> changes) throws IOException {
    String line = Json.MAPPER.writeValueAsString(changes);
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
