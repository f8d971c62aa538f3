package dev.switchboard.numbering.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.numbering.extension.Extension;
import dev.switchboard.numbering.value.AccountId;
import dev.switchboard.numbering.value.E164;
import dev.switchboard.numbering.value.UserId;
import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.time.Ids;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {
  private static final Extension EXTENSION = new Extension(101);
  private static final BridgeId BRIDGE = new BridgeId("4827109365");

  private final AccountId account = new AccountId(Ids.next());
  private final UserId user = new UserId(Ids.next());

  @Test
  @DisplayName("C5 a line opens with extension and bridge and tells so")
  void opens() {
    Actor actor = Actor.user(Ids.next());

    Change<Line> change = Line.open(account, user, 1, EXTENSION, BRIDGE, actor);

    assertThat(change.state())
        .isEqualTo(
            new Line(user, account, Line.State.OPEN, EXTENSION, BRIDGE, List.of(), null, 1, 1));
    assertThat(change.event())
        .isEqualTo(new LineEvent.Opened(actor, List.of("state", "extension", "bridgeId")));
  }

  @Test
  @DisplayName("A closed line keeps its former extension and bridge, and has no numbers")
  void closes() {
    Line open =
        new Line(
            user,
            account,
            Line.State.OPEN,
            EXTENSION,
            BRIDGE,
            List.of(new E164("+12025550143")),
            null,
            1,
            4);

    Change<Line> change = open.close(2, Actor.system());

    assertThat(change.state())
        .isEqualTo(
            new Line(user, account, Line.State.CLOSED, EXTENSION, BRIDGE, List.of(), null, 2, 5));
    assertThat(change.event())
        .isEqualTo(new LineEvent.Closed(Actor.system(), List.of("state", "directNumbers")));
  }

  @Test
  @DisplayName("A refused seat, which has no version of the user, does not set that back")
  void userVersionOnlyGrows() {
    Line open = Line.open(account, user, 3, EXTENSION, BRIDGE, Actor.system()).state();

    assertThat(open.close(0, Actor.system()).state().userVersion()).isEqualTo(3);
  }

  @Test
  @DisplayName("A line closes once")
  void closesOnce() {
    Line closed =
        Line.open(account, user, 1, EXTENSION, BRIDGE, Actor.system())
            .state()
            .close(2, Actor.system())
            .state();

    assertThatThrownBy(() -> closed.close(3, Actor.system()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName("A line whose end is heard of first begins closed, without extension")
  void neverOpens() {
    Change<Line> change = Line.neverOpen(account, user, 2, Actor.system());

    assertThat(change.state().isOpen()).isFalse();
    assertThat(change.state().extension()).isNull();
    assertThat(change.state().version()).isEqualTo(1);
    assertThat(change.event()).isEqualTo(new LineEvent.Closed(Actor.system(), List.of("state")));
  }

  @Test
  @DisplayName("C5 there is no open line without extension and bridge")
  void openIsComplete() {
    assertThatThrownBy(
            () -> new Line(user, account, Line.State.OPEN, null, BRIDGE, List.of(), null, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("F6 bridge ids have ten digits, the first neither 0 nor 1, and are drawn at random")
  void bridgeIds() {
    BridgeIds ids = new BridgeIds();

    assertThat(Stream.generate(ids::next).limit(1_000).map(BridgeId::value))
        .allMatch(id -> id.matches("[2-9][0-9]{9}"))
        .doesNotHaveDuplicates();
    assertThat(new BridgeIds(constant(2_000_000_000L)).next().value()).isEqualTo("2000000000");
  }

  @ParameterizedTest
  @DisplayName("F6 anything else is no bridge id")
  @ValueSource(strings = {"0234567890", "1234567890", "234567890", "23456789012", "23456a7890"})
  void noBridgeId(String text) {
    assertThatThrownBy(() -> new BridgeId(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static RandomGenerator constant(long value) {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        return 0;
      }

      @Override
      public long nextLong(long origin, long bound) {
        return value;
      }
    };
  }
}
