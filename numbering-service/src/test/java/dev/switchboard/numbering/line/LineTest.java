package dev.switchboard.numbering.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.time.Ids;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LineTest {
  private final UUID account = Ids.next();
  private final UUID user = Ids.next();

  @Test
  @DisplayName("C5 a line opens with extension and bridge and tells so")
  void opens() {
    Change<Line> change = Line.open(account, user, 101, "4827109365", Actor.user(user));

    assertThat(change.state().state()).isEqualTo(Line.State.OPEN);
    assertThat(change.event())
        .isEqualTo(
            new LineEvent.Opened(
                Actor.user(user), java.util.List.of("state", "extension", "bridgeId")));
  }

  @Test
  @DisplayName("A line closes once and keeps what it was")
  void closesOnce() {
    Line open = Line.open(account, user, 101, "4827109365", Actor.system()).state();

    Line closed = open.close(Actor.system()).state();

    assertThat(closed.state()).isEqualTo(Line.State.CLOSED);
    assertThat(closed.extension()).isEqualTo(101);
    assertThatThrownBy(() -> closed.close(Actor.system()))
        .isInstanceOf(IllegalStateException.class);
  }
}
