package dev.switchboard.platform.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@code /actuator/deadletters} on the management port: GET lists the head of each waiting key,
 * POST {@code {topic, key}} (both optional) redrives, DELETE {@code /{id}} gives one up for good.
 */
@Endpoint(id = "deadletters")
final class DeadLettersEndpoint {
  private final DeadLetterTable table;
  private final Redrive redrive;

  DeadLettersEndpoint(DeadLetterTable table, Redrive redrive) {
    this.table = table;
    this.redrive = redrive;
  }

  /** A dead letter without its content, and how many records wait behind it. */
  record DeadLetter(
      long id,
      String topic,
      @Nullable String key,
      @Nullable String eventId,
      @Nullable String cause,
      int waiting) {}

  /** The answer of a list. */
  record DeadLetterList(List<DeadLetter> items) {}

  @ReadOperation
  DeadLetterList list() {
    return new DeadLetterList(
        table.heads().stream()
            .map(row ->
                new DeadLetter(
                    row.id(),
                    row.topic(),
                    row.key(),
                    row.eventId(),
                    row.cause(),
                    table.waitingBehind(row)))
            .toList());
  }

  @WriteOperation
  Redrive.Result redrive(@Nullable String topic, @Nullable String key) {
    return redrive.redrive(topic, key);
  }

  @DeleteOperation
  void giveUp(@Selector long id) {
    table.delete(id);
  }
}
