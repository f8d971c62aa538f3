package dev.switchboard.numbering.extension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.numbering.testing.DeletedUsers;
import dev.switchboard.numbering.testing.NumberingTest;
import dev.switchboard.platform.testing.TestClock;
import dev.switchboard.platform.time.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FreeHeldExtensionsTest extends NumberingTest {
  @Autowired private FreeHeldExtensions freeHeldExtensions;
  @Autowired private HeldExtensions heldExtensions;
  @Autowired private TestClock clock;

  private final UUID account = Ids.next();
  private DeletedUsers users;

  @BeforeEach
  void playUserService() {
    users = new DeletedUsers(topics, account);
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  @DisplayName(
      "F4 the extension of a deleted user is held for 30 days and then the lowest free one")
  void freed() {
    UUID gone = deleted();
    awaitSent(users.erase(gone, 3, null));

    clock.advance(Duration.ofDays(29));
    freeHeldExtensions.free();
    assertThat(extensionOfNext()).isEqualTo("102");

    clock.advance(Duration.ofDays(1));
    freeHeldExtensions.free();
    assertThat(count("select count(*) from extension where holder_id = ?", gone)).isZero();
    assertThat(extensionOfNext()).isEqualTo("101");
  }

  @Test
  @DisplayName("F4 several instances at once free each extension once")
  void severalInstances() {
    List<UUID> gone = IntStream.range(0, 4).mapToObj(i -> deleted()).toList();
    clock.advance(Duration.ofDays(30));

    atOnce(
        IntStream.range(0, 4)
            .mapToObj(i ->
                (Callable<Integer>)
                    () -> {
                      freeHeldExtensions.free();
                      return i;
                    })
            .toList());

    assertThat(
            database()
                .sql("select code from returned_extension where account_id = ? order by code")
                .param(account)
                .query(Integer.class)
                .list())
        .containsExactly(101, 102, 103, 104);
    assertThat(
            count(
                "select count(*) from extension where holder_id = any (?)",
                (Object) gone.toArray(UUID[]::new)))
        .isZero();
  }

  @Test
  @DisplayName("D6 a restored user whose extension is free by now, and another's, gets a free one")
  void restoredTooLate() {
    UUID gone = deleted();
    clock.advance(Duration.ofDays(30));
    freeHeldExtensions.free();
    assertThat(extensionOfNext()).isEqualTo("101");

    awaitSent(users.restore(gone, 3));

    assertThat(
            topics
                .all("numbering.lines.v1", gone.toString())
                .getLast()
                .data()
                .path("extension")
                .asString())
        .isEqualTo("102");
  }

  @Test
  @DisplayName("D6 an extension is held at least as long as the deletion can be undone")
  void holdCoversUndo() {
    Instant deletedAt = Instant.parse("2026-11-20T09:15:00Z");
    Instant late = Instant.parse("2027-03-01T00:00:00.123456789Z");

    assertThat(heldExtensions.heldUntil(deletedAt, deletedAt.plus(Duration.ofDays(3))))
        .isEqualTo("2026-12-20T09:15:00Z");
    assertThat(heldExtensions.heldUntil(deletedAt, late)).isEqualTo("2027-03-01T00:00:00.123456Z");
  }

  private UUID deleted() {
    UUID user = Ids.next();
    awaitSent(invite(account, user));
    awaitSent(users.delete(user, 2));
    return user;
  }

  private String extensionOfNext() {
    UUID next = Ids.next();
    invite(account, next);
    return opened(next).path("extension").asString();
  }
}
